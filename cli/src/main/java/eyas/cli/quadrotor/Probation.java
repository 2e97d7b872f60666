package eyas.cli.quadrotor;

import eyas.assets.policy.PolicyBundle;
import eyas.cli.quadrotor.QuadrotorRunConfig.Training;
import eyas.policies.analytic.FlightProgram;
import eyas.policies.analytic.FlightRecord;
import eyas.policies.analytic.LaneNetwork;
import eyas.policies.evaluate.QuadrotorSet;
import eyas.sim.task.quadrotor.QuadrotorModel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Flies a policy on fresh quadrotors of its own preset, other ones than training chose it by. */
final class Probation {
  private static final int FLIGHTS = 2048;
  private static final long SALT = 0x9E3779B97F4A7C15L;

  private Probation() {}

  static double meanReturn(QuadrotorLab lab, Training training, PolicyBundle bundle, long seed) {
    return fly(lab, training, bundle, seed).meanReturn();
  }

  static double meanLength(QuadrotorLab lab, Training training, PolicyBundle bundle, long seed) {
    return fly(lab, training, bundle, seed).meanLength();
  }

  static Map<String, Object> summary(
      QuadrotorLab lab, Training training, PolicyBundle bundle, long seed) {
    FlightRecord record = fly(lab, training, bundle, seed);
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("return", record.meanReturn());
    summary.put("length", record.meanLength());
    summary.put("terminatedFraction", record.failedShare());
    summary.put("success", record.successShare(0.2));
    return summary;
  }

  private static FlightRecord fly(
      QuadrotorLab lab, Training training, PolicyBundle bundle, long seed) {
    QuadrotorModel model = training.model(Optional.empty());
    LaneNetwork network = LaneNetwork.of(bundle.contract().network());
    try (FlightProgram flight =
        new FlightProgram(lab.device(), lab.lanes(), model, training.group(), network, FLIGHTS)) {
      flight.parameters(QuadrotorSet.heldOut(model, FLIGHTS, seed ^ SALT).parameters());
      flight.weights(network.pack(bundle));
      return flight.fly(seed ^ SALT, 0);
    }
  }
}
