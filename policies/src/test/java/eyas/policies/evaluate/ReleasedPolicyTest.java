package eyas.policies.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyas.assets.policy.RaptorImport;
import eyas.assets.robot.QuadrotorCsv;
import eyas.sim.device.ComputeDevice;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The outside test: the released policy on its 1000 quadrotors reproduces published figures. */
class ReleasedPolicyTest {
  @Test
  void releasedPolicyReachesItsPublishedFigures() {
    FlightPolicy policy =
        NetworkPolicy.of(
            RaptorImport.read(ReferenceFiles.require("raptor/raptor_policy_2084.f32")));
    var table = QuadrotorCsv.read(ReferenceFiles.require("raptor/dynamics_1000.csv"));
    long seed = 17;
    try (ComputeDevice device = ComputeDevice.open("cpu");
        QuadrotorWorlds worlds =
            new QuadrotorWorlds(device, device.nativeLanes(), "raptor", List.of(), table.size())) {
      QuadrotorSet set = QuadrotorSet.of("dynamics_1000", worlds.model("motors"), table, seed);
      Evaluator evaluator = new Evaluator(set, new EvaluationSettings(10, seed, true));
      PolicyResult result =
          evaluator.evaluate(List.of(worlds.pilot(policy, "motors"))).policies().get(0);
      String text = "seed " + seed + ": " + result;
      assertThat(result.returns().estimate()).as(text).isCloseTo(639.5, within(4.0));
      assertThat(result.length()).as(text).isCloseTo(482.5, within(2.0));
      assertThat(result.terminatedFraction()).as(text).isCloseTo(0.0433, within(0.005));
      assertThat(result.steadyMedian()).as(text).isCloseTo(0.036, within(0.004));
      assertThat(result.steadyP95()).as(text).isCloseTo(0.171, within(0.02));
      assertThat(result.bands().get(0).length()).as(text).isCloseTo(284, within(15.0));
      assertThat(result.figureEights().get(0).median()).as(text).isBetween(0.03, 0.2);
    }
  }
}
