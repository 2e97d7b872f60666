package eyas.policies.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFolderTest {
  @TempDir Path folder;

  private static CheckpointWriter content(long number) {
    CheckpointWriter writer = new CheckpointWriter();
    writer.text("algorithm", "ppo");
    CheckpointWriter room = writer.within("world");
    room.floats("state", 1.5f, Float.NaN, -0f, Float.MIN_VALUE);
    room.doubles("mean", Math.PI);
    room.ints("counters", 1, -2, 3);
    room.longs("seed", Long.MIN_VALUE, number);
    return writer;
  }

  @Test
  void everyBitComesBack() {
    new CheckpointFolder(folder, 2).save(7, Double.NaN, content(7));

    CheckpointReader read = new CheckpointFolder(folder, 2).latest().orElseThrow();

    assertThat(read.text("algorithm")).isEqualTo("ppo");
    CheckpointReader room = read.within("world");
    float[] state = room.floats("state", 4);
    assertThat(Float.floatToRawIntBits(state[1])).isEqualTo(Float.floatToRawIntBits(Float.NaN));
    assertThat(Float.floatToRawIntBits(state[2])).isEqualTo(Float.floatToRawIntBits(-0f));
    assertThat(state[3]).isEqualTo(Float.MIN_VALUE);
    assertThat(room.doubles("mean", 1)).containsExactly(Math.PI);
    assertThat(room.ints("counters")).containsExactly(1, -2, 3);
    assertThat(room.longs("seed", 2)).containsExactly(Long.MIN_VALUE, 7);
  }

  @Test
  void keepsTheLastFewAndTheBest() {
    CheckpointFolder checkpoints = new CheckpointFolder(folder, 2);
    double[] scores = {1, 5, 2, Double.NaN, 3};
    for (int i = 0; i < scores.length; i++) {
      checkpoints.save(i + 1, scores[i], content(i + 1));
    }

    assertThat(checkpoints.files())
        .extracting(file -> file.getFileName().toString())
        .containsExactly("0000000002.checkpoint", "0000000004.checkpoint", "0000000005.checkpoint");
    assertThat(checkpoints.best().orElseThrow().within("world").longs("seed", 2)[1]).isEqualTo(2);
    assertThat(checkpoints.latest().orElseThrow().within("world").longs("seed", 2)[1]).isEqualTo(5);
    assertThat(checkpoints.bestScore()).isEqualTo(5);
  }

  @Test
  void anyTruncationIsRefused() throws IOException {
    Path file = new CheckpointFolder(folder, 1).save(1, 0, content(1));
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> CheckpointFolder.read(file))
          .as("cut at %d", length)
          .isInstanceOf(CheckpointException.class)
          .hasMessageContaining(file.toString());
    }
  }

  @Test
  void anyChangedByteIsRefused() throws IOException {
    Path file = new CheckpointFolder(folder, 1).save(1, 0, content(1));
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at < whole.length; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= 4;
      Files.write(file, changed);
      assertThatThrownBy(() -> CheckpointFolder.read(file))
          .as("byte %d", at)
          .isInstanceOf(CheckpointException.class);
    }
  }

  @Test
  void aDamagedCheckpointFallsBackToTheOneBefore() throws IOException {
    CheckpointFolder checkpoints = new CheckpointFolder(folder, 2);
    assertThat(checkpoints.newestWhole(Assertions::fail)).isEmpty();
    Path first = checkpoints.save(1, Double.NaN, content(1));
    Path second = checkpoints.save(2, Double.NaN, content(2));
    assertThat(number(checkpoints.newestWhole(Assertions::fail))).isEqualTo(2);
    byte[] whole = Files.readAllBytes(second);

    List<String> warnings = new ArrayList<>();
    Files.write(second, Arrays.copyOf(whole, whole.length / 2));
    assertThat(number(checkpoints.newestWhole(warnings::add))).isEqualTo(1);
    whole[whole.length / 2] ^= 1;
    Files.write(second, whole);
    assertThat(number(checkpoints.newestWhole(warnings::add))).isEqualTo(1);
    assertThat(warnings)
        .hasSize(2)
        .allSatisfy(
            text ->
                assertThat(text).contains(second.toString(), "SHA-256", "Going on from " + first));

    Files.write(first, new byte[0]);
    assertThatThrownBy(() -> checkpoints.newestWhole(Assertions::fail))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining(first.toString())
        .hasMessageContaining(second.toString())
        .hasMessageContaining("Delete this folder");
  }

  private static long number(Optional<CheckpointReader> read) {
    return read.orElseThrow().within("world").longs("seed", 2)[1];
  }

  @Test
  void anInterruptedWriteLeavesTheLastCheckpoint() throws IOException {
    CheckpointFolder checkpoints = new CheckpointFolder(folder, 1);
    checkpoints.save(1, 0, content(1));
    Files.write(folder.resolve(".0000000002.checkpoint.part"), new byte[] {1, 2, 3});

    assertThat(checkpoints.latest().orElseThrow().within("world").longs("seed", 2)[1]).isEqualTo(1);
    assertThat(checkpoints.files()).hasSize(1);
  }

  @Test
  void foreignEntriesAreRefusedByName() {
    CheckpointReader read = content(1).toReader();

    assertThatThrownBy(() -> read.floats("policy"))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("policy");
    assertThatThrownBy(() -> read.within("world").floats("state", 5))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("4 values where this run needs 5");
    assertThatThrownBy(() -> content(1).text("algorithm", "again"))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("twice");
  }
}
