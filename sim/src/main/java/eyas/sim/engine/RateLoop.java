package eyas.sim.engine;

/**
 * Limits of the body-rate loop that turns collective thrust and body rates into rotor setpoints
 * when the layout's actions are rates (as in PX4's {@code mc_rate_control}). Gains are per
 * environment and lie in the parameter rows.
 *
 * @param rollPitchRate body rate about x and y that a command of 1 asks for [rad/s]
 * @param yawRate body rate about z that a command of 1 asks for [rad/s]
 * @param rollPitchAuthority largest share of the rotor range spent on roll or pitch [0 to 1]
 * @param yawAuthority largest share of the rotor range spent on yaw [0 to 1]
 */
public record RateLoop(
    double rollPitchRate, double yawRate, double rollPitchAuthority, double yawAuthority) {
  /** Signs with which roll, pitch and yaw commands enter rotors FR, BR, BL, FL: [axis][rotor]. */
  private static final double[][] MIX = {{-1, -1, 1, 1}, {-1, 1, 1, -1}, {-1, 1, -1, 1}};

  /** Checks that every limit is a positive number. */
  public RateLoop {
    for (double limit : new double[] {rollPitchRate, yawRate, rollPitchAuthority, yawAuthority}) {
      if (!(limit > 0) || Double.isInfinite(limit)) {
        throw new EngineException(
            "The rate loop was given the limit " + limit + "; it must be a positive number.");
      }
    }
  }

  /** Returns the limits that all engines use: 6 and 3 rad/s, 40 % and 20 % of the rotor range. */
  public static RateLoop standard() {
    return new RateLoop(6, 3, 0.4, 0.2);
  }

  /** Returns the body rate about {@code axis} that a command of 1 asks for [rad/s]. */
  public double rate(int axis) {
    return axis == 2 ? yawRate : rollPitchRate;
  }

  /** Returns the largest torque command about {@code axis} [0 to 1]. */
  public double authority(int axis) {
    return axis == 2 ? yawAuthority : rollPitchAuthority;
  }

  /** Returns the sign with which the torque command about {@code axis} enters {@code rotor}. */
  public static double mix(int axis, int rotor) {
    return MIX[axis][rotor];
  }

  /**
   * Computes the torque command about one axis: proportional on the rate error, damped by the
   * angular acceleration, limited to the axis' authority.
   *
   * @param command the policy's rate command, clamped to [-1, 1]
   * @param rate body rate [rad/s]
   * @param acceleration angular acceleration [rad/s²]
   * @param gain proportional gain [command/(rad/s)]
   * @param damping damping gain [command/(rad/s²)]
   */
  public double torque(
      int axis, double command, double rate, double acceleration, double gain, double damping) {
    double wanted = gain * (rate(axis) * command - rate) - damping * acceleration;
    return Math.max(-authority(axis), Math.min(authority(axis), wanted));
  }
}
