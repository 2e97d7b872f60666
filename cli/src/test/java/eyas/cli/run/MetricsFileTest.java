package eyas.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every iteration stands once, whatever the tail of the file looks like. */
class MetricsFileTest {
  @TempDir private Path folder;

  @Test
  void resumeDropsLinesAfterTheCheckpointOfItsStageOnly() {
    write("teacher", 0, 5);
    write("student", 0, 7);
    write("student", 4, 6);
    assertThat(iterations("teacher")).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(iterations("student")).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void tornTailsAreRepaired(long seed) throws IOException {
    Random random = new Random(seed);
    Path file = folder.resolve("metrics.jsonl");
    for (int round = 0; round < 40; round++) {
      Files.deleteIfExists(file);
      int last = 1 + random.nextInt(20);
      int checkpoint = random.nextInt(last);
      write("a", 0, last);
      byte[] whole = Files.readAllBytes(file);
      int cut = bytesUpTo(whole, checkpoint) + random.nextInt(whole.length);
      byte[] torn = Arrays.copyOf(whole, Math.min(cut, whole.length));
      if (random.nextBoolean()) {
        byte[] junk = new byte[random.nextInt(30)];
        random.nextBytes(junk);
        int end = torn.length;
        torn = Arrays.copyOf(torn, end + junk.length);
        System.arraycopy(junk, 0, torn, end, junk.length);
      }
      Files.write(file, torn);
      write("a", checkpoint, last + 3);
      assertThat(iterations("a"))
          .as("seed " + seed + ", round " + round)
          .containsExactlyElementsOf(LongStream.rangeClosed(1, last + 3).boxed().toList());
    }
  }

  // length of the first lines
  private static int bytesUpTo(byte[] bytes, int lines) {
    int position = 0;
    for (int line = 0; line < lines; position++) {
      line += bytes[position] == '\n' ? 1 : 0;
    }
    return position;
  }

  private void write(String stage, long from, long to) {
    try (MetricsFile file = MetricsFile.open(folder.resolve("metrics.jsonl"), stage, from)) {
      LongStream.rangeClosed(from + 1, to)
          .forEach(i -> file.append(Map.of("stage", stage, "iteration", i, "loss", 1.0 / i)));
    }
  }

  private List<Long> iterations(String stage) {
    return MetricsFile.read(folder.resolve("metrics.jsonl")).stream()
        .filter(line -> line.get("stage").equals(stage))
        .map(MetricsFile::iteration)
        .toList();
  }
}
