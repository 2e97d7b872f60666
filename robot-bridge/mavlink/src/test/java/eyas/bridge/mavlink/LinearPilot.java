package eyas.bridge.mavlink;

import eyas.assets.policy.Activation;
import eyas.assets.policy.GateReport;
import eyas.assets.policy.LayerSpec;
import eyas.assets.policy.NetworkSpec;
import eyas.assets.policy.PolicyBundle;
import eyas.assets.policy.QuadrotorContracts;
import eyas.assets.policy.Tensor;
import java.util.List;
import java.util.Map;

/**
 * A policy of one dense layer that flies: weights set by hand from the laws of a quadrotor, so that
 * a wrong sign in any frame makes it crash.
 */
final class LinearPilot {
  private static final int INPUTS = 22;
  private static final double RATE = 6;
  private static final double YAW_RATE = 3;
  private static final int POSITION = 0;
  private static final int ROTATION = 3;
  private static final int VELOCITY = 12;

  private LinearPilot() {}

  static PolicyBundle bundle() {
    float[] weights = new float[4 * INPUTS];
    // thrust: hover is 0
    set(weights, 0, POSITION + 2, -0.3);
    set(weights, 0, VELOCITY + 2, -0.35);
    // roll turns the thrust to the right, so left of the target is answered by positive roll
    lean(weights, 1, 1, 1 / RATE);
    // pitch turns the thrust forward
    lean(weights, 2, 0, -1 / RATE);
    // heading: the nose's sideways part in the target's frame
    set(weights, 3, ROTATION + 3, -1.5 / YAW_RATE);
    NetworkSpec network = new NetworkSpec(List.of(LayerSpec.dense(INPUTS, 4, Activation.IDENTITY)));
    return PolicyBundle.of(
            QuadrotorContracts.student(
                "linear", QuadrotorContracts.rates(RATE, YAW_RATE), network, Map.of()),
            Map.of(
                "layers.0.weight",
                Tensor.of(weights, List.of(4, INPUTS)),
                "layers.0.bias",
                Tensor.of(new float[4], List.of(4))))
        .recordGolden(3, 4, 1e-5)
        .seal(new GateReport(true, "Made for a test.", Map.of()));
  }

  /** Rate that brings the thrust's lean along an axis to −(0.3 position + 0.3 velocity) errors. */
  private static void lean(float[] weights, int action, int axis, double scale) {
    double stiffness = 8 * scale;
    set(weights, action, ROTATION + 3 * axis + 2, stiffness);
    set(weights, action, POSITION + axis, 0.3 * stiffness);
    set(weights, action, VELOCITY + axis, 0.3 * stiffness);
  }

  private static void set(float[] weights, int action, int input, double value) {
    weights[action * INPUTS + input] = (float) value;
  }
}
