package eyas.sim.engine.chain;

import eyas.sim.device.ComputeDevice;
import java.util.function.IntFunction;

/** Flights of fingers that tests and figures share. */
final class Fingers {
  private Fingers() {}

  /** Returns angles and speeds on the device's own lanes after {@code steps} substeps. */
  static double[] lanes(
      ComputeDevice device,
      Finger finger,
      double[] start,
      double[] target,
      double step,
      int steps) {
    try (LaneFinger lanes = new LaneFinger(device, device.nativeLanes(), finger, 1)) {
      lanes.reset(start, target);
      lanes.advance(step, steps, 1);
      return lanes.state(0);
    }
  }

  /**
   * Returns the worst difference of an angle from the reference, looked at every 20 ms for 0.5 s.
   * Flights are asked for in order.
   *
   * @param flight gives angles and speeds after so many times 20 ms
   */
  static double servoError(
      Finger finger, double[] start, double[] target, IntFunction<double[]> flight) {
    ReferenceFinger reference = new ReferenceFinger(finger, target);
    double[] truth = start;
    double worst = 0;
    for (int k = 1; k <= 25; k++) {
      truth = reference.fly(truth, 2e-5, 1000);
      double[] state = flight.apply(k);
      for (int i = 0; i < finger.joints(); i++) {
        worst = Math.max(worst, Math.abs(state[i] - truth[i]));
      }
    }
    return worst;
  }
}
