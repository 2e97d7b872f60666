package eyas.policies.analytic;

import static org.assertj.core.api.Assertions.assertThat;

import eyas.policies.DeviceTest;
import eyas.policies.checkpoint.CheckpointFolder;
import eyas.policies.checkpoint.CheckpointWriter;
import eyas.sim.device.Lanes;
import eyas.sim.task.quadrotor.QuadrotorModel;
import eyas.sim.task.quadrotor.QuadrotorTask;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Updates repeat bit for bit, also over a checkpoint. */
class AnalyticTrainerTest extends DeviceTest {
  @TempDir private Path folder;

  // the default preset has everything that a checkpoint could forget: delay, gusts and noise
  private static AnalyticTrainer trainer(long seed) {
    QuadrotorModel model = new QuadrotorTask().model("default", List.of("episode-seconds=1"));
    return new AnalyticTrainer(
        device,
        Lanes.of(16),
        model,
        "onboard",
        LaneNetwork.gru(22, 8, 4),
        2,
        new AnalyticConfig(16, 25, 20, 3e-3, 0.1, 1, 100),
        (member, random, out) -> model.sampleParameters(random, out),
        Optional.empty(),
        seed);
  }

  private static void run(AnalyticTrainer trainer, int updates) {
    for (int i = 0; i < updates; i++) {
      trainer.update();
    }
  }

  @Test
  void twentyUpdatesAreTenAndTenOverACheckpoint() {
    float[] straight;
    try (AnalyticTrainer trainer = trainer(5)) {
      run(trainer, 20);
      straight = trainer.weights();
      assertThat(trainer.statistics().droppedUpdates()).isZero();
    }
    CheckpointFolder checkpoints = new CheckpointFolder(folder, 2);
    try (AnalyticTrainer trainer = trainer(5)) {
      run(trainer, 10);
      CheckpointWriter writer = new CheckpointWriter();
      trainer.save(writer);
      checkpoints.save(10, 0, writer);
      // what happens after the checkpoint must not matter
      run(trainer, 3);
      assertThat(trainer.weights()).isNotEqualTo(straight);
    }
    try (AnalyticTrainer trainer = trainer(5)) {
      run(trainer, 1);
      trainer.restore(checkpoints.latest().orElseThrow());
      assertThat(trainer.updates()).isEqualTo(10);
      run(trainer, 10);
      assertThat(trainer.weights()).isEqualTo(straight);
    }
  }

  private static int[] counters(AnalyticTrainer trainer) {
    CheckpointWriter writer = new CheckpointWriter();
    trainer.save(writer);
    return writer.toReader().ints("analytic/counters");
  }

  @Test
  void aRestartBeginsEveryEpisodeAnewWithSmallSteps() {
    try (AnalyticTrainer trainer = trainer(5)) {
      run(trainer, 5);
      int[] before = counters(trainer);
      float[] weights = trainer.weights();
      trainer.restart();
      trainer.update();
      int[] after = counters(trainer);
      int environments = after.length / 2;
      for (int e = 0; e < environments; e++) {
        assertThat(after[environments + e])
            .as("environment " + e)
            .isGreaterThan(before[environments + e]);
      }
      // the first step of Adam is no larger than its rate
      float[] moved = trainer.weights();
      for (int i = 0; i < moved.length; i++) {
        assertThat(Math.abs(moved[i] - weights[i])).isLessThan(3.1e-3f);
      }
    }
  }

  @Test
  void aSeedRepeatsAndAnotherDiffers() {
    float[] first;
    try (AnalyticTrainer trainer = trainer(5)) {
      run(trainer, 20);
      first = trainer.weights();
    }
    try (AnalyticTrainer trainer = trainer(5)) {
      run(trainer, 20);
      assertThat(trainer.weights()).isEqualTo(first);
    }
    try (AnalyticTrainer trainer = trainer(6)) {
      run(trainer, 20);
      assertThat(trainer.weights()).isNotEqualTo(first);
    }
  }
}
