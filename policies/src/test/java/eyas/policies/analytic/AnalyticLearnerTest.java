package eyas.policies.analytic;

import static org.assertj.core.api.Assertions.assertThat;

import eyas.sim.device.ComputeDevice;
import eyas.sim.device.Lanes;
import eyas.sim.random.Philox;
import eyas.sim.task.quadrotor.QuadrotorTask;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A learner that starts from a policy keeps it until it finds a better one. */
class AnalyticLearnerTest {
  private static final LaneNetwork NETWORK = LaneNetwork.gru(22, 8, 4);
  private static final long SEED = 6;

  private static AnalyticLearner learner(ComputeDevice device, double rate) {
    return new AnalyticLearner(
        device,
        Lanes.of(16),
        new QuadrotorTask().model("default", List.of("episode-seconds=1")),
        "onboard",
        NETWORK,
        new AnalyticConfig(16, 25, 20, rate, 0.1, 1, 100),
        2,
        64,
        SEED);
  }

  @Test
  void theGivenPolicyIsTheOneToBeat() {
    float[] given = NETWORK.initial(Philox.host(SEED, 1));
    try (ComputeDevice device = ComputeDevice.open("auto");
        AnalyticLearner learner = learner(device, 10)) {
      learner.start(NETWORK.unpack(given, 0));
      double before = learner.bestReturn();
      assertThat(before).isFinite();
      // steps of this size ruin every policy
      double after = learner.iterate().metrics().get("return");
      assertThat(after).as("seed %d", SEED).isLessThan(before);
      assertThat(learner.bestReturn()).isEqualTo(before);
      assertThat(NETWORK.pack(NETWORK.unpack(given, 0))).isEqualTo(given);
      assertThat(learner.best().tensors())
          .allSatisfy(
              (name, values) ->
                  assertThat(values).isEqualTo(NETWORK.unpack(given, 0).get(name).values()));
    }
  }
}
