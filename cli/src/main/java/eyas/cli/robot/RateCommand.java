package eyas.cli.robot;

/**
 * What the innermost loop is told.
 *
 * @param thrust collective [0 to 1 of the rotors' range]
 * @param roll body rate about x [rad/s, FLU]
 * @param pitch body rate about y [rad/s, FLU]
 * @param yaw body rate about z [rad/s, FLU]
 */
record RateCommand(double thrust, double roll, double pitch, double yaw) {
  /** Rotors that idle. */
  static final RateCommand IDLE = new RateCommand(0, 0, 0, 0);

  /** Body rate about an axis [rad/s]. */
  double rate(int axis) {
    return axis == 0 ? roll : axis == 1 ? pitch : yaw;
  }
}
