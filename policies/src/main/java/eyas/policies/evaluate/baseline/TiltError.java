package eyas.policies.evaluate.baseline;

/** Angles between the attitude and the desired one. */
final class TiltError {
  private TiltError() {}

  /**
   * Writes the rotation about body x and y that turns the rotor axis to {@code direction}, and the
   * heading error about z [rad]; errors are limited to {@code most}.
   *
   * @param direction desired rotor axis in the body frame
   * @param o observations, rotation matrix row-major from {@code at + 3} on
   */
  static void write(double[] direction, float[] o, int at, double most, double[] out) {
    double sine = Math.hypot(direction[0], direction[1]);
    double angle = Math.min(most, Math.atan2(sine, direction[2]));
    boolean opposite = sine < 1e-6;
    // opposite axes: any way round is as short, take roll
    out[0] = opposite ? (direction[2] < 0 ? most : 0) : -direction[1] / sine * angle;
    out[1] = opposite ? 0 : direction[0] / sine * angle;
    double heading = Math.atan2(o[at + 6], o[at + 3]);
    boolean upright = o[at + 11] > 0.5;
    out[2] = upright ? -Math.max(-most, Math.min(most, heading)) : 0;
  }
}
