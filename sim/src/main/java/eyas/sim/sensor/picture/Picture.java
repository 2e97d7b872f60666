package eyas.sim.sensor.picture;

import eyas.assets.files.AtomicFiles;
import eyas.sim.sensor.SensorException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A picture of red, green and blue bytes, row by row from its upper left corner. Immutable. */
public final class Picture {
  private final int width;
  private final int height;
  private final byte[] rgb;

  /**
   * Creates a picture.
   *
   * @param width pixels of a row
   * @param height rows
   * @param rgb three bytes a pixel; copied
   */
  public Picture(int width, int height, byte[] rgb) {
    if (width < 1 || height < 1 || rgb.length != 3 * width * height) {
      throw new SensorException(
          "A picture of %d x %d pixels got %d bytes; it takes three a pixel."
              .formatted(width, height, rgb.length));
    }
    this.width = width;
    this.height = height;
    this.rgb = rgb.clone();
  }

  /**
   * Returns the picture of a camera's colours.
   *
   * @param width pixels of a row
   * @param height rows
   * @param planes red, green and blue from 0 to 1, each (height, width), as {@link
   *     eyas.sim.sensor.Channel#RGB} gives them
   */
  public static Picture ofPlanes(int width, int height, float[] planes) {
    byte[] rgb = new byte[3 * width * height];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) Math.round(255 * planes[i % 3 * width * height + i / 3]);
    }
    return new Picture(width, height, rgb);
  }

  /** Returns the pixels of a row. */
  public int width() {
    return width;
  }

  /** Returns the number of rows. */
  public int height() {
    return height;
  }

  /** Returns a copy of the bytes. */
  public byte[] rgb() {
    return rgb.clone();
  }

  /** Returns the colour of a pixel as {@code 0xrrggbb}. */
  public int pixel(int column, int row) {
    int at = 3 * (row * width + column);
    return (rgb[at] & 255) << 16 | (rgb[at + 1] & 255) << 8 | (rgb[at + 2] & 255);
  }

  /** Returns this picture with whole multiples of its pixels in each direction. */
  public Picture enlarged(int factor) {
    byte[] out = new byte[3 * width * factor * height * factor];
    for (int i = 0; i < out.length; i++) {
      int pixel = i / 3;
      int column = pixel % (width * factor) / factor;
      int row = pixel / (width * factor) / factor;
      out[i] = rgb[3 * (row * width + column) + i % 3];
    }
    return new Picture(width * factor, height * factor, out);
  }

  /** Returns this picture with another one to its right; the lower one is centred on black. */
  public Picture beside(Picture right, int gap) {
    int w = width + gap + right.width;
    int h = Math.max(height, right.height);
    byte[] out = new byte[3 * w * h];
    paste(out, w, 0, (h - height) / 2);
    right.paste(out, w, width + gap, (h - right.height) / 2);
    return new Picture(w, h, out);
  }

  /** Returns this picture with another one below it; the narrower one is centred on black. */
  public Picture above(Picture lower, int gap) {
    int w = Math.max(width, lower.width);
    int h = height + gap + lower.height;
    byte[] out = new byte[3 * w * h];
    paste(out, w, (w - width) / 2, 0);
    lower.paste(out, w, (w - lower.width) / 2, height + gap);
    return new Picture(w, h, out);
  }

  private void paste(byte[] out, int outWidth, int column, int row) {
    for (int r = 0; r < height; r++) {
      System.arraycopy(rgb, 3 * r * width, out, 3 * ((row + r) * outWidth + column), 3 * width);
    }
  }

  /** Returns the picture as Java's. */
  public BufferedImage image() {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        image.setRGB(column, row, pixel(column, row));
      }
    }
    return image;
  }

  /** Writes the picture to a PNG file; makes its folder if it is missing. */
  public void png(Path file) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image(), "png", bytes);
    } catch (IOException failure) {
      throw new SensorException("No PNG for %s: %s.".formatted(file, failure.getMessage()));
    }
    AtomicFiles.write(file, bytes.toByteArray());
  }
}
