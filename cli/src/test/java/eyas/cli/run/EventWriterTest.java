package eyas.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Event files are read back by a reader of their own, whole and cut. */
class EventWriterTest {
  @TempDir private Path folder;

  @Test
  void scalarsAreReadBack() throws IOException {
    byte[] file = write(300);
    List<EventReader.Scalar> scalars = EventReader.scalars(file);
    assertThat(scalars).hasSize(300);
    assertThat(scalars.get(299)).isEqualTo(new EventReader.Scalar(300, "return ü", 150f));
  }

  @Test
  void cutFilesKeepTheirWholeRecords() throws IOException {
    byte[] file = write(5);
    int before = -1;
    for (int length = 0; length <= file.length; length++) {
      int found = EventReader.scalars(Arrays.copyOf(file, length)).size();
      assertThat(found).isBetween(Math.max(before, 0), 5);
      before = found;
    }
    assertThat(before).isEqualTo(5);
  }

  @Test
  void maskedSumIsTheKnownOne() {
    // CRC-32C of "123456789" is e3069283 (RFC 3720, B.4 polynomial)
    int expected = ((0xe3069283 >>> 15) | (0xe3069283 << 17)) + 0xa282ead8;
    byte[] digits = "123456789".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    assertThat(EventWriter.maskedCrc(digits, 0, 9)).isEqualTo(expected);
  }

  @Test
  void everyOpeningStartsAFile() throws IOException {
    write(1);
    write(1);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(2);
    }
  }

  private byte[] write(int steps) throws IOException {
    try (EventWriter writer = EventWriter.open(folder, 1)) {
      for (int step = 1; step <= steps; step++) {
        writer.scalars(step, Map.of("return ü", step / 2.0));
      }
    }
    try (Stream<Path> files = Files.list(folder)) {
      return Files.readAllBytes(files.sorted().reduce((a, b) -> b).orElseThrow());
    }
  }
}
