package eyas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes that are killed and interrupted. */
class KillTest {
  @TempDir private Path runs;

  @Test
  void killedRunEndsLikeAnUndisturbedOne() {
    String[] line = {
      "bench",
      "resume",
      "toy",
      "--kills",
      "2",
      "--seed",
      "5",
      "--json",
      "--set",
      "pause=15",
      "--runs",
      runs.toString()
    };
    Invocation call = Invocation.of(line);
    assertThat(call.code()).as("seed 5: " + call.out() + call.err()).isZero();
    assertThat(call.json())
        .containsEntry("identical", true)
        .containsEntry("weights", 2)
        .containsEntry("kills", 10)
        .containsEntry("differences", List.of())
        .containsEntry("iterationsLost", 0)
        .containsEntry("iterationsTwice", 0);
  }

  @Test
  void interruptFinishesTheIterationAndSaysHowToResume() throws Exception {
    Process process = start();
    Path begun = runs.resolve("toy");
    while (!hasMetrics(begun) && process.isAlive()) {
      Thread.sleep(20);
    }
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(said).contains("Stopping after this iteration", "--resume");
    assertThat(process.exitValue()).isEqualTo(130);
    Invocation rest = Invocation.of("train", "toy", "--resume", "--runs", runs.toString());
    assertThat(rest.code()).as(rest.err()).isZero();
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "eyas.cli.Main",
            "train",
            "toy",
            "--set",
            "pause=100",
            "--runs",
            runs.toString())
        .redirectErrorStream(true)
        .start();
  }

  private static boolean hasMetrics(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (var files = Files.walk(folder)) {
      return files.anyMatch(file -> file.endsWith("metrics.jsonl") && file.toFile().length() > 0);
    }
  }
}
