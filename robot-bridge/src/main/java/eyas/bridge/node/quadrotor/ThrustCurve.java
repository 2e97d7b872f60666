package eyas.bridge.node.quadrotor;

import eyas.bridge.node.family.Settings;

/**
 * From a fraction of the greatest thrust, which the policy commands, to what the flight controller
 * takes: {@code scale · fraction ^ exponent}, within [0, 1].
 *
 * <p>With PX4 and a thrust model set (THR_MDL_FAC), thrust setpoints are about linear in thrust:
 * exponent 1, and scale = MPC_THR_HOVER · greatest thrust / weight. Without one they are throttle,
 * whose square is about the thrust: exponent 0.5.
 *
 * @param scale of the flight controller's value
 * @param exponent 1 for thrust, about 0.5 for throttle
 */
public record ThrustCurve(double scale, double exponent) {
  /**
   * Reads {@code ~thrust_scale} and {@code ~thrust_exponent}.
   *
   * @param settings the node's private parameters
   */
  public static ThrustCurve of(Settings settings) {
    return new ThrustCurve(
        settings.number("thrust_scale", 1, 0.01, 10),
        settings.number("thrust_exponent", 1, 0.1, 2));
  }

  /**
   * What the flight controller takes.
   *
   * @param fraction of the greatest thrust, 0 to 1 [1]
   */
  public float apply(double fraction) {
    double curved = exponent == 1 ? fraction : Math.pow(Math.max(0, fraction), exponent);
    return (float) Math.max(0, Math.min(1, scale * curved));
  }

  /**
   * The fraction of the greatest thrust that a value of the flight controller stands for.
   *
   * @param value 0 to 1 [1]
   */
  public double inverse(double value) {
    return Math.max(0, Math.min(1, Math.pow(value / scale, 1 / exponent)));
  }
}
