package eyas.sim.view;

import eyas.sim.sensor.SensorException;
import eyas.sim.sensor.picture.Picture;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/**
 * An animated GIF that repeats for ever. All frames share 255 colours, which are chosen from the
 * first frames; pixels that do not change take almost no room.
 */
public final class AnimatedGif implements AutoCloseable {
  private static final int SAMPLES = 8;
  private static final String FORMAT = "javax_imageio_gif_image_1.0";

  private final int delay;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
  private final ImageOutputStream stream;
  private final List<Picture> first = new ArrayList<>();
  private List<ColourTable> table = List.of();
  private byte[] shown = {};
  private int width;
  private int height;

  /**
   * Begins an animation.
   *
   * @param seconds how long each frame is shown [s]; the format knows hundredths
   */
  public AnimatedGif(double seconds) {
    delay = (int) Math.max(2, Math.round(100 * seconds));
    try {
      stream = ImageIO.createImageOutputStream(bytes);
      writer.setOutput(stream);
      writer.prepareWriteSequence(null);
    } catch (IOException failure) {
      throw failed(failure);
    }
  }

  private static SensorException failed(IOException failure) {
    return new SensorException("No GIF: %s.".formatted(failure.getMessage()));
  }

  /** Adds a frame; all must have the size of the first. */
  public void add(Picture frame) {
    if (width == 0) {
      width = frame.width();
      height = frame.height();
    }
    if (frame.width() != width || frame.height() != height) {
      throw new SensorException(
          "A frame has %d x %d pixels, the first of the animation %d x %d; give the same size."
              .formatted(frame.width(), frame.height(), width, height));
    }
    if (!table.isEmpty()) {
      write(frame);
      return;
    }
    first.add(frame);
    if (first.size() == SAMPLES) {
      writeFirst();
    }
  }

  private void writeFirst() {
    table = List.of(new ColourTable(first));
    first.forEach(this::write);
    first.clear();
  }

  private void write(Picture frame) {
    byte[] indices = table.get(0).indices(frame);
    byte[] changed = indices.clone();
    for (int i = 0; i < shown.length; i++) {
      if (shown[i] == indices[i]) {
        changed[i] = (byte) ColourTable.SAME;
      }
    }
    boolean begins = shown.length == 0;
    shown = indices;
    BufferedImage image = image(changed);
    try {
      IIOMetadata data =
          writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
      data.mergeTree(FORMAT, description(begins));
      writer.writeToSequence(new IIOImage(image, null, data), null);
    } catch (IOException failure) {
      throw failed(failure);
    }
  }

  private BufferedImage image(byte[] indices) {
    byte[][] parts = new byte[3][256];
    for (int i = 0; i < 256; i++) {
      for (int p = 0; p < 3; p++) {
        parts[p][i] = (byte) (table.get(0).colour(i) >> (16 - 8 * p));
      }
    }
    IndexColorModel model =
        new IndexColorModel(8, 256, parts[0], parts[1], parts[2], ColourTable.SAME);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
    image.getRaster().setDataElements(0, 0, width, height, indices);
    return image;
  }

  private IIOMetadataNode description(boolean begins) {
    IIOMetadataNode root = new IIOMetadataNode(FORMAT);
    IIOMetadataNode control = new IIOMetadataNode("GraphicControlExtension");
    control.setAttribute("disposalMethod", "doNotDispose");
    control.setAttribute("userInputFlag", "FALSE");
    control.setAttribute("transparentColorFlag", "TRUE");
    control.setAttribute("transparentColorIndex", Integer.toString(ColourTable.SAME));
    control.setAttribute("delayTime", Integer.toString(delay));
    root.appendChild(colours());
    root.appendChild(control);
    if (begins) {
      IIOMetadataNode all = new IIOMetadataNode("ApplicationExtensions");
      IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
      loop.setAttribute("applicationID", "NETSCAPE");
      loop.setAttribute("authenticationCode", "2.0");
      loop.setUserObject(new byte[] {1, 0, 0});
      all.appendChild(loop);
      root.appendChild(all);
    }
    return root;
  }

  // Java's writer may give an image's colours another order unless they are told here
  private IIOMetadataNode colours() {
    IIOMetadataNode colours = new IIOMetadataNode("LocalColorTable");
    colours.setAttribute("sizeOfLocalColorTable", "256");
    colours.setAttribute("sortFlag", "FALSE");
    for (int i = 0; i < 256; i++) {
      IIOMetadataNode entry = new IIOMetadataNode("ColorTableEntry");
      entry.setAttribute("index", Integer.toString(i));
      String[] parts = {"red", "green", "blue"};
      for (int p = 0; p < parts.length; p++) {
        int value = table.get(0).colour(i) >> (16 - 8 * p) & 255;
        entry.setAttribute(parts[p], Integer.toString(value));
      }
      colours.appendChild(entry);
    }
    return colours;
  }

  /** Ends the animation and returns the file's bytes; at least one frame is needed. */
  public byte[] finish() {
    if (!first.isEmpty()) {
      writeFirst();
    }
    try {
      writer.endWriteSequence();
      stream.flush();
    } catch (IOException failure) {
      throw failed(failure);
    }
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    writer.dispose();
    try {
      stream.close();
    } catch (IOException failure) {
      throw failed(failure);
    }
  }
}
