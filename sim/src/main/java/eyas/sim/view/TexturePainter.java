package eyas.sim.view;

import eyas.sim.sensor.picture.Picture;
import java.nio.ByteBuffer;
import org.lwjgl.opengl.GL11;
import org.lwjgl.system.MemoryUtil;

/** Draws a picture as one textured square, in the OpenGL that every driver has (1.1). */
final class TexturePainter implements AutoCloseable {
  private static final float[][] CORNERS = {{0, 0}, {1, 0}, {1, 1}, {0, 1}};

  private final int texture = GL11.glGenTextures();
  private ByteBuffer bytes = MemoryUtil.memAlloc(1);

  TexturePainter() {
    GL11.glBindTexture(GL11.GL_TEXTURE_2D, texture);
    GL11.glTexParameteri(GL11.GL_TEXTURE_2D, GL11.GL_TEXTURE_MIN_FILTER, GL11.GL_LINEAR);
    GL11.glTexParameteri(GL11.GL_TEXTURE_2D, GL11.GL_TEXTURE_MAG_FILTER, GL11.GL_LINEAR);
    GL11.glPixelStorei(GL11.GL_UNPACK_ALIGNMENT, 1);
    GL11.glPixelStorei(GL11.GL_PACK_ALIGNMENT, 1);
    GL11.glEnable(GL11.GL_TEXTURE_2D);
  }

  /** Draws a picture into the middle of an area [pixels]. */
  void draw(Picture picture, int areaWidth, int areaHeight) {
    upload(picture);
    double scale =
        Math.min((double) areaWidth / picture.width(), (double) areaHeight / picture.height());
    int width = (int) Math.round(scale * picture.width());
    int height = (int) Math.round(scale * picture.height());
    GL11.glClear(GL11.GL_COLOR_BUFFER_BIT);
    GL11.glViewport((areaWidth - width) / 2, (areaHeight - height) / 2, width, height);
    GL11.glBegin(GL11.GL_QUADS);
    for (float[] corner : CORNERS) {
      // row 0 of a picture is the upper one, y of the display looks up
      GL11.glTexCoord2f(corner[0], 1 - corner[1]);
      GL11.glVertex2f(2 * corner[0] - 1, 2 * corner[1] - 1);
    }
    GL11.glEnd();
  }

  private void upload(Picture picture) {
    byte[] rgb = picture.rgb();
    room(rgb.length).put(rgb).flip();
    GL11.glTexImage2D(
        GL11.GL_TEXTURE_2D,
        0,
        GL11.GL_RGB,
        picture.width(),
        picture.height(),
        0,
        GL11.GL_RGB,
        GL11.GL_UNSIGNED_BYTE,
        bytes);
  }

  /** Returns what was drawn since the last picture was shown. */
  Picture read(int width, int height) {
    byte[] flipped = new byte[3 * width * height];
    room(flipped.length);
    GL11.glReadBuffer(GL11.GL_BACK);
    GL11.glReadPixels(0, 0, width, height, GL11.GL_RGB, GL11.GL_UNSIGNED_BYTE, bytes);
    bytes.get(flipped);
    byte[] rgb = new byte[flipped.length];
    for (int row = 0; row < height; row++) {
      System.arraycopy(flipped, 3 * width * (height - 1 - row), rgb, 3 * width * row, 3 * width);
    }
    return new Picture(width, height, rgb);
  }

  private ByteBuffer room(int length) {
    if (bytes.capacity() < length) {
      bytes = MemoryUtil.memRealloc(bytes, length);
    }
    return bytes.clear().limit(length);
  }

  @Override
  public void close() {
    GL11.glDeleteTextures(texture);
    MemoryUtil.memFree(bytes);
  }
}
