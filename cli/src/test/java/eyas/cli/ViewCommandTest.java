package eyas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recordings of {@code eyas view}. */
class ViewCommandTest {
  @TempDir private Path folder;

  @Test
  void pushingBecomesAGif() throws IOException {
    Path file = folder.resolve("push.gif");
    Invocation call = view("egopush", file, "scripted", 5);
    assertThat(call.json()).containsEntry("frames", 6).containsEntry("steps", 5);
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      reader.setInput(in);
      assertThat(reader.getNumImages(true)).isEqualTo(6);
      assertThat(reader.getWidth(0)).isEqualTo(966);
      assertThat(reader.getHeight(0)).isEqualTo(552);
      // a frame holds what changed: something, but not everything
      long changed = opaque(reader.read(5));
      assertThat(changed).isBetween(50L, 966L * 552 / 2);
    } finally {
      reader.dispose();
    }
  }

  private static long opaque(BufferedImage frame) {
    long count = 0;
    for (int row = 0; row < frame.getHeight(); row++) {
      for (int column = 0; column < frame.getWidth(); column++) {
        count += frame.getRGB(column, row) >>> 24 == 255 ? 1 : 0;
      }
    }
    return count;
  }

  @Test
  void aFlightBecomesPictures() throws IOException {
    Path out = folder.resolve("flight");
    Invocation call = view("quadrotor", out, "scripted", 12);
    // 10 ms a step, 40 ms a frame
    assertThat(call.json()).containsEntry("frames", 4);
    try (Stream<Path> files = Files.list(out)) {
      List<Path> pictures = files.sorted().toList();
      assertThat(pictures).hasSize(4);
      BufferedImage first = ImageIO.read(pictures.get(0).toFile());
      BufferedImage last = ImageIO.read(pictures.get(3).toFile());
      assertThat(first.getWidth()).isEqualTo(886);
      assertThat(differ(first, last)).isTrue();
    }
    assertThat(folder.resolve(".flight.part")).doesNotExist();
  }

  private static boolean differ(BufferedImage a, BufferedImage b) {
    for (int row = 0; row < a.getHeight(); row++) {
      for (int column = 0; column < a.getWidth(); column++) {
        if (a.getRGB(column, row) != b.getRGB(column, row)) {
          return true;
        }
      }
    }
    return false;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "egopush --policy nowhere --record x.gif|2|Give teacher, student, random, scripted",
        "egopush --preset t9 --record x.gif|3|Did you mean",
        "egopush --steps 0 --record x.gif|2|Give a whole number above 0",
        "egopus|2|Did you mean `egopush`?"
      })
  void badInputHasOneSentence(String line, int code, String sentence) {
    Invocation call = Invocation.of(("view " + line).split(" "));
    assertThat(call.code()).as(call.err()).isEqualTo(code);
    assertThat(call.err()).contains(sentence);
    assertThat(Path.of("x.gif")).doesNotExist();
  }

  @Test
  void aFolderWithContentIsLeftAlone() throws IOException {
    Path mine = Files.writeString(folder.resolve("mine.txt"), "mine");
    Invocation call =
        Invocation.of("view", "egopush", "--policy", "random", "--record", folder.toString());
    assertThat(call.code()).as(call.err()).isEqualTo(2);
    assertThat(call.err()).contains("new or empty");
    assertThat(mine).hasContent("mine");
  }

  private static Invocation view(String task, Path file, String policy, int steps) {
    Invocation call =
        Invocation.of(
            "view",
            task,
            "--policy",
            policy,
            "--steps",
            Integer.toString(steps),
            "--record",
            file.toString(),
            "--json");
    assertThat(call.code()).as(call.err()).isZero();
    return call;
  }
}
