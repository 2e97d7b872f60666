package eyas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eyas.assets.policy.PolicyBundle;
import eyas.cli.run.MetricsFile;
import eyas.cli.run.RunFolder;
import eyas.cli.run.RunFolders;
import eyas.policies.checkpoint.CheckpointFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A teacher that PPO trains: in the run folder, after a loss of work, and with bad settings. */
class PpoRunTest {
  private static final long ITERATIONS = 3;

  @TempDir private Path runs;

  @Test
  void aRunThatLostWorkEndsWithTheSameWeights() throws IOException {
    Invocation whole = train("--seed", "5");
    assertThat(whole.code()).as(whole.err()).isZero();
    RunFolder folder = new RunFolders(runs).list("quadrotor").get(0);
    PolicyBundle teacher = PolicyBundle.load(folder.policy("teacher")).verify();
    assertThat(teacher.contract().provenance()).containsEntry("algorithm", "ppo");
    assertThat(teacher.contract().normaliser().isIdentity()).isFalse();
    List<Map<String, Object>> lines = MetricsFile.read(folder.metricsFile());
    assertThat(lines.get(lines.size() - 1))
        .containsKeys("kl", "learning-rate", "entropy", "value-loss", "action-deviation")
        .containsKeys("reward/position", "reward/command", "mean-return");

    // as if killed before the last checkpoint was whole
    byte[] weights = weights(folder);
    Files.delete(folder.stageFile("teacher"));
    forgetLatest(folder.checkpoints("teacher"));
    Files.delete(folder.policy("teacher").resolve("weights.safetensors"));
    Invocation resumed =
        Invocation.of("train", "quadrotor", "--runs", runs.toString(), "--resume", "--json");
    assertThat(resumed.code()).as(resumed.err()).isZero();
    assertThat(weights(folder)).as("seed 5").isEqualTo(weights);
    assertThat(MetricsFile.read(folder.metricsFile()).stream().map(MetricsFile::iteration))
        .containsExactly(1L, 2L, ITERATIONS);
  }

  @Test
  void aWrongLearnerIsRefusedWithASuggestion() {
    Invocation run = train("--set", "policies.teacher.learner=pop");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("policies.teacher.learner", "Did you mean `ppo`?");
    Invocation recurrent = train("--set", "policies.student.learner=ppo");
    assertThat(recurrent.code()).isEqualTo(3);
    assertThat(recurrent.err()).contains("policies.student", "network: mlp");
    assertThat(new RunFolders(runs).list("quadrotor")).isEmpty();
    Invocation group = train("--set", "policies.teacher.ppo.critic-group=critics");
    assertThat(group.code()).isEqualTo(3);
    assertThat(group.err()).contains("policies.teacher", "critics");
    Invocation bench = Invocation.of("bench", "teacher", "--learner", "analytics");
    assertThat(bench.code()).isEqualTo(2);
    assertThat(bench.err()).contains("--learner", "Did you mean `analytic`?");
  }

  private Invocation train(String... more) {
    List<String> words = new ArrayList<>(List.of("train", "quadrotor", "--json", "--runs"));
    words.add(runs.toString());
    for (String set :
        List.of(
            "learner=ppo",
            "width=16",
            "ppo.environments=32",
            "ppo.iterations=" + ITERATIONS,
            "ppo.rollout.steps=40",
            "ppo.rollout.episode-window=10",
            "ppo.update.minibatch=640")) {
      words.addAll(List.of("--set", "policies.teacher." + set));
    }
    words.addAll(List.of(more));
    return Invocation.of(words.toArray(String[]::new));
  }

  private static byte[] weights(RunFolder folder) throws IOException {
    return Files.readAllBytes(folder.policy("teacher").resolve("weights.safetensors"));
  }

  private static void forgetLatest(Path folder) throws IOException {
    List<Path> files = new CheckpointFolder(folder, 2).files();
    assertThat(files).hasSize(2);
    Files.delete(files.get(1));
    Files.writeString(folder.resolve("latest"), files.get(0).getFileName() + "\n");
  }
}
