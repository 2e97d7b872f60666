package eyas.policies.evaluate.baseline;

/**
 * The quadrotor that the baseline is tuned on: the middle of RAPTOR's distribution, as ratios,
 * because mass and size cancel. All four rotors are alike.
 *
 * @param thrustToWeight greatest thrust over weight [1]
 * @param rollAuthority angular acceleration about x and y per unit of thrust fraction moved from
 *     two rotors to the other two [rad/s²]
 * @param yawAuthority the same about z [rad/s²]
 * @param motorLag mean time constant of the motors [s]
 */
public record NominalQuadrotor(
    double thrustToWeight, double rollAuthority, double yawAuthority, double motorLag) {
  /** The middle of each range in RAPTOR's distribution (arXiv 2509.11481, table S1). */
  public static final NominalQuadrotor MIDDLE = new NominalQuadrotor(3.25, 1750, 236, 0.115);

  static final double[] CURVE = {0.0320, 0.1305, 0.8375};

  /** Thrust of a rotor over its greatest thrust at a normalised speed, the Crazyflie's curve. */
  public static double thrustFraction(double speed) {
    return CURVE[0] + speed * (CURVE[1] + speed * CURVE[2]);
  }

  /** Normalised speed at which a rotor gives a fraction of its greatest thrust; in [0, 1]. */
  public static double speed(double fraction) {
    double c = CURVE[0] - Math.max(CURVE[0], Math.min(1, fraction));
    return (-CURVE[1] + Math.sqrt(CURVE[1] * CURVE[1] - 4 * CURVE[2] * c)) / (2 * CURVE[2]);
  }
}
