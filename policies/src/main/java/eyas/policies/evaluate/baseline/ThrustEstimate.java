package eyas.policies.evaluate.baseline;

/**
 * Kalman filter of one number: the acceleration that full thrust gives [m/s²], from the change of
 * velocity along the rotor axis. Autopilots call it hover thrust estimation. Mutable.
 */
final class ThrustEstimate {
  private static final double GRAVITY = 9.81;
  static final double LEAST = 1.3 * GRAVITY;
  static final double MOST = 8 * GRAVITY;
  // variances: of the first guess, of a measurement, and of the drift in one control period
  static final double DOUBT = 100;
  static final double MEASUREMENT = 9;
  static final double DRIFT = 0.005;

  private double value;
  private double variance;

  void reset(NominalQuadrotor nominal) {
    value = first(nominal);
    variance = DOUBT;
  }

  /** Returns the first guess [m/s²]. */
  static double first(NominalQuadrotor nominal) {
    return nominal.thrustToWeight() * GRAVITY;
  }

  /** Returns the acceleration at full thrust [m/s²]. */
  double value() {
    return value;
  }

  /**
   * Learns from one control period.
   *
   * @param acceleration measured along the rotor axis, without gravity [m/s²]
   * @param fraction thrust over the greatest thrust in that period [1]
   */
  void learn(double acceleration, double fraction) {
    variance += DRIFT;
    double gain = variance * fraction / (fraction * fraction * variance + MEASUREMENT);
    value += gain * (acceleration - fraction * value);
    value = Math.max(LEAST, Math.min(MOST, value));
    variance *= 1 - gain * fraction;
  }
}
