package eyas.policies.ppo;

import static org.assertj.core.api.Assertions.assertThat;

import eyas.assets.policy.Activation;
import eyas.policies.checkpoint.CheckpointReader;
import eyas.policies.checkpoint.CheckpointWriter;
import eyas.policies.learner.IterationReport;
import eyas.sim.device.ComputeDevice;
import eyas.sim.task.LaneWorld;
import eyas.sim.task.quadrotor.QuadrotorModel;
import eyas.sim.task.quadrotor.QuadrotorTask;
import java.util.List;
import org.junit.jupiter.api.Test;

/** PPO and a world on a device continue together, bit for bit. */
class PpoOnQuadrotorTest {
  private static final long SEED = 4;
  private static final int ENVIRONMENTS = 64;

  private static PpoConfig config() {
    return new PpoConfig(
        new PpoConfig.Networks(
            "privileged",
            "critic",
            List.of(16),
            List.of(16),
            Activation.TANH,
            Activation.IDENTITY,
            0.5,
            true),
        new PpoConfig.Rollout(40, 0.99, 0.95, 20),
        new PpoConfig.Update(2, 640, 1e-3, 0.01, 0.2, true, 1, 0, 1, true));
  }

  @Test
  void resumesBitForBit() {
    QuadrotorModel model = new QuadrotorTask().model("raptor", List.of());
    try (ComputeDevice device = ComputeDevice.open("auto");
        LaneWorld first = new LaneWorld(device, model, ENVIRONMENTS, device.nativeLanes());
        LaneWorld second = new LaneWorld(device, model, ENVIRONMENTS, device.nativeLanes())) {
      first.reset(SEED);
      second.reset(SEED + 1);
      CheckpointWriter writer = new CheckpointWriter();
      float[] straight;
      IterationReport last;
      try (PpoLearner learner = new PpoLearner(first, config(), SEED, 1)) {
        learner.iterate();
        learner.save(writer);
        learner.iterate();
        last = learner.iterate();
        straight = learner.current().flat();
      }
      CheckpointReader saved = writer.toReader();
      try (PpoLearner resumed = new PpoLearner(second, config(), SEED, 1)) {
        resumed.restore(saved);
        resumed.iterate();
        IterationReport again = resumed.iterate();

        assertThat(resumed.current().flat()).as("seed %d", SEED).isEqualTo(straight);
        assertThat(again.metrics().get("mean-return")).isEqualTo(last.metrics().get("mean-return"));
        assertThat(again.metrics()).containsKey("reward/position");
      }
    }
  }
}
