package eyas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eyas.cli.run.MetricsFile;
import eyas.cli.run.RunFolder;
import eyas.cli.run.RunFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chain of stages on a toy task: order, restart, gate, reports. */
class RunCommandTest {
  @TempDir private Path runs;

  @Test
  void runDoesAllStagesOnceAndWritesTheFolder() throws IOException {
    Invocation call = run("--json");
    assertThat(call.code()).as(call.err()).isZero();
    assertThat(call.json()).containsEntry("outcome", "done").containsEntry("task", "toy");
    RunFolder folder = latest();
    assertThat(folder.header().seed()).isEqualTo(7);
    assertThat(iterations(folder, "train")).containsExactlyElementsOf(upTo(20));
    assertThat(folder.reportPage()).isRegularFile();
    assertThat(folder.reportData()).isRegularFile();
    assertThat(Files.readString(folder.reportPage()))
        .contains("697.2", "figure-eight", "<svg", "raptor&lt;b&gt;")
        .doesNotContain("http://", "https://", "raptor<b>", "src=");
    assertThat(Files.readString(folder.reportData())).contains("697.2", "\"loss\"");
  }

  @Test
  void doneStagesAreNotRunAgain() {
    run("--json");
    Invocation again = run("--resume", "--json");
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(again.err().lines().filter(line -> line.endsWith("done before"))).hasSize(5);
    assertThat(new RunFolders(runs).list("toy")).hasSize(1);
    run();
    assertThat(new RunFolders(runs).list("toy")).hasSize(2);
  }

  @Test
  void commandsStopAfterTheirPhase() {
    assertThat(Invocation.of("train", "toy", "--runs", runs.toString()).code()).isZero();
    assertThat(latest().stageFile("train")).exists();
    assertThat(latest().stageFile("distill")).doesNotExist();
    Invocation export = Invocation.of("export", "toy", "--runs", runs.toString());
    assertThat(export.code()).isEqualTo(2);
    assertThat(export.err()).contains("'distill'").contains("./eyas run toy --resume");
    Invocation rest = run("--resume", latest().name());
    assertThat(rest.code()).as(rest.err()).isZero();
  }

  @Test
  void failedGateEndsWithFiveAndSealsNothing() {
    Invocation call = run("--set", "gate=0.05", "--json");
    assertThat(call.code()).isEqualTo(5);
    assertThat(call.json()).containsEntry("outcome", "gate_failed");
    assertThat(call.err()).contains("Stage 'transfer' failed its gate");
    assertThat(latest().stageFile("export")).doesNotExist();
    assertThat(latest().reportPage()).isRegularFile();
    Invocation export = Invocation.of("export", "toy", "--runs", runs.toString());
    assertThat(export.code()).isEqualTo(5);
    assertThat(export.err()).contains("failed its gate");
  }

  @Test
  void outIsForOnePolicyOnly() {
    run();
    String out = runs.resolve("out").toString();
    Invocation export = Invocation.of("export", "toy", "--runs", runs.toString(), "--out", out);
    assertThat(export.code()).isEqualTo(2);
    assertThat(export.err()).contains("exactly one --policy");
  }

  @Test
  void configurationIsReadBackOnResume() {
    Invocation.of(
        "train", "toy", "--runs", runs.toString(), "--set", "iterations=4", "--seed", "9");
    assertThat(run("--resume").code()).isZero();
    RunFolder folder = latest();
    assertThat(iterations(folder, "distill")).containsExactlyElementsOf(upTo(4));
    assertThat(folder.header().seed()).isEqualTo(9);
    assertThat(folder.header().overrides()).containsExactly("iterations=4");
    Map<?, ?> config = (Map<?, ?>) folder.config().root().plain();
    assertThat(((Map<?, ?>) config.get("config")).get("iterations")).isEqualTo(4L);
  }

  @Test
  void seedDecidesTheWeights() throws IOException {
    run("--seed", "3");
    String first = weights(latest());
    run("--seed", "3");
    assertThat(weights(latest())).isEqualTo(first);
    run("--seed", "4");
    assertThat(weights(latest())).isNotEqualTo(first);
  }

  private Invocation run(String... more) {
    List<String> words = new java.util.ArrayList<>(List.of("run", "toy"));
    words.addAll(List.of("--runs", runs.toString()));
    words.addAll(List.of(more));
    return Invocation.of(words.toArray(String[]::new));
  }

  private RunFolder latest() {
    return new RunFolders(runs).select("toy", RunFolders.LATEST);
  }

  private static String weights(RunFolder folder) throws IOException {
    return Files.readString(folder.policy("train").resolve("weights.safetensors"));
  }

  private static List<Long> upTo(long last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }

  private static List<Long> iterations(RunFolder folder, String stage) {
    return MetricsFile.read(folder.metricsFile()).stream()
        .filter(line -> line.get("stage").equals(stage))
        .map(MetricsFile::iteration)
        .toList();
  }
}
