package eyas.sim.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyas.sim.sensor.SensorException;
import eyas.sim.sensor.picture.Picture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;

/** Animated pictures, read again. */
class AnimatedGifTest {
  private static final int WIDTH = 48;
  private static final int HEIGHT = 20;
  // 5 bits of a part, and the mean of colours that become one
  private static final int TOLERANCE = 12;

  /** What a file holds: frames as they are, and their delays [hundredths of a second]. */
  private record Content(List<BufferedImage> frames, List<String> delays) {}

  @Test
  void framesComeBackInTheirColours() throws IOException {
    List<Picture> pictures = new ArrayList<>();
    for (int i = 0; i < 11; i++) {
      pictures.add(moving(i));
    }
    Content content = read(gif(pictures, 0.1));
    assertThat(content.frames()).hasSize(11);
    assertThat(content.delays()).containsOnly("10");
    BufferedImage shown = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < pictures.size(); i++) {
      shown.getGraphics().drawImage(content.frames().get(i), 0, 0, null);
      for (int pixel = 0; pixel < WIDTH * HEIGHT; pixel++) {
        int column = pixel % WIDTH;
        int row = pixel / WIDTH;
        assertClose(shown.getRGB(column, row), pictures.get(i).pixel(column, row), i, column, row);
      }
    }
  }

  private static void assertClose(int actual, int expected, int frame, int column, int row) {
    for (int shift = 0; shift <= 16; shift += 8) {
      assertThat(actual >> shift & 255)
          .as("frame %d, column %d, row %d, bits from %d", frame, column, row, shift)
          .isCloseTo(expected >> shift & 255, org.assertj.core.data.Offset.offset(TOLERANCE));
    }
  }

  @Test
  void whatDoesNotChangeTakesNoRoom() {
    Picture noise = noise(5);
    int one = gif(List.of(noise), 0.1).length;
    int ten = gif(java.util.Collections.nCopies(10, noise), 0.1).length;
    assertThat(ten - one).isLessThan(9 * 1000);
    assertThat(one).isGreaterThan(1200);
  }

  @Test
  void anotherSizeIsRefused() {
    try (AnimatedGif gif = new AnimatedGif(0.1)) {
      gif.add(moving(0));
      Picture other = new Picture(2, 2, new byte[12]);
      assertThatThrownBy(() -> gif.add(other))
          .isInstanceOf(SensorException.class)
          .hasMessageContainingAll("2 x 2", "48 x 20");
    }
  }

  // a ramp of grey with a red square that moves over it
  private static Picture moving(int at) {
    byte[] rgb = new byte[3 * WIDTH * HEIGHT];
    for (int i = 0; i < rgb.length; i++) {
      int column = i / 3 % WIDTH;
      int row = i / 3 / WIDTH;
      boolean square = row >= 5 && row < 10 && column >= 2 * at && column < 2 * at + 6;
      rgb[i] = (byte) (square ? (i % 3 == 0 ? 200 : 0) : 5 * column);
    }
    return new Picture(WIDTH, HEIGHT, rgb);
  }

  private static Picture noise(long seed) {
    byte[] rgb = new byte[3 * WIDTH * HEIGHT];
    new Random(seed).nextBytes(rgb);
    return new Picture(WIDTH, HEIGHT, rgb);
  }

  private static byte[] gif(List<Picture> pictures, double seconds) {
    try (AnimatedGif gif = new AnimatedGif(seconds)) {
      pictures.forEach(gif::add);
      return gif.finish();
    }
  }

  private static Content read(byte[] bytes) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(in);
      List<BufferedImage> frames = new ArrayList<>();
      List<String> delays = new ArrayList<>();
      for (int i = 0; i < reader.getNumImages(true); i++) {
        frames.add(reader.read(i));
        IIOMetadataNode root =
            (IIOMetadataNode) reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0");
        IIOMetadataNode control =
            (IIOMetadataNode) root.getElementsByTagName("GraphicControlExtension").item(0);
        delays.add(control.getAttribute("delayTime"));
      }
      return new Content(frames, delays);
    } finally {
      reader.dispose();
    }
  }
}
