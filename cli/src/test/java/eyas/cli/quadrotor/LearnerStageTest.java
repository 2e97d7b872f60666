package eyas.cli.quadrotor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyas.assets.config.ConfigReader;
import eyas.cli.run.Console;
import eyas.cli.run.LearnerStage;
import eyas.cli.run.MetricsFile;
import eyas.cli.run.Phase;
import eyas.cli.run.RunContext;
import eyas.cli.run.RunFolder;
import eyas.cli.run.RunOptions;
import eyas.cli.run.StageResult;
import eyas.cli.run.StopSignal;
import eyas.policies.checkpoint.CheckpointException;
import eyas.policies.checkpoint.CheckpointFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stage whose checkpoints were damaged between two processes. */
class LearnerStageTest {
  private static final String NAME = "counting";
  private static final long ITERATIONS = 9;
  private static final long STOP = 6;

  @TempDir private Path root;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private StageResult run(String folder, long stopAt) {
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    StopSignal stop = new StopSignal(text -> {});
    RunContext context =
        new RunContext(
            RunOptions.defaults(),
            ConfigReader.text("a: 1", "test"),
            new RunFolder(root.resolve(folder)),
            new Console(out, out, false, false),
            stop);
    CountingLearner learner = new CountingLearner(stopAt, stop::request);
    return new LearnerStage(
            NAME,
            Phase.TRAIN,
            ITERATIONS,
            opened -> new LearnerStage.Opened(learner, () -> {}),
            (closing, weights) -> Map.of("sum", learner.sum()))
        .run(context);
  }

  private List<Path> checkpoints(String folder) {
    return new CheckpointFolder(new RunFolder(root.resolve(folder)).checkpoints(NAME), 2).files();
  }

  private void requireAllOnce(String folder) {
    assertThat(MetricsFile.read(new RunFolder(root.resolve(folder)).metricsFile()))
        .extracting(MetricsFile::iteration)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, ITERATIONS).boxed().toList());
  }

  @Test
  void aDamagedCheckpointCostsAnIterationAndNothingElse() throws IOException {
    Object calm = run("calm", Long.MAX_VALUE).summary().get("sum");
    requireAllOnce("calm");

    assertThat(run("damaged", STOP).outcome()).isEqualTo(StageResult.Outcome.STOPPED);
    assertThat(checkpoints("damaged")).hasSize(2);
    Path newest = checkpoints("damaged").get(1);
    byte[] whole = Files.readAllBytes(newest);
    Files.write(newest, Arrays.copyOf(whole, whole.length - 1));

    assertThat(run("damaged", Long.MAX_VALUE).summary().get("sum")).isEqualTo(calm);
    requireAllOnce("damaged");
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("Warning: " + newest, "SHA-256", "Going on from ");
  }

  @Test
  void twoDamagedCheckpointsAreRefused() throws IOException {
    run("lost", STOP);
    for (Path file : checkpoints("lost")) {
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 64;
      Files.write(file, bytes);
    }
    assertThatThrownBy(() -> run("lost", Long.MAX_VALUE))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining(checkpoints("lost").get(0).toString())
        .hasMessageContaining(checkpoints("lost").get(1).toString());
  }
}
