package eyas.policies.evaluate.baseline;

/**
 * The choices of the cascade's designer. Weights of deviations and efforts are those of the
 * quadratic cost; only their ratios matter.
 *
 * @param integralWeight weight of the integral of the position error [1/(m s)²]
 * @param positionWeight weight of the position error [1/m²]
 * @param velocityWeight weight of the velocity error [1/(m/s)²]
 * @param positionEffort cost of a desired acceleration [1/(m/s²)²]
 * @param tiltLag time in which the tilt is taken to follow its setpoint [s]
 * @param tiltRateWeight weight of a body rate about x and y, beside 1 of the tilt [1/(rad/s)²]
 * @param tiltEffort cost of an angular acceleration about x and y [1/(rad/s²)²]
 * @param headingRateWeight weight of the body rate about z, beside 1 of the heading [1/(rad/s)²]
 * @param headingEffort cost of an angular acceleration about z [1/(rad/s²)²]
 * @param mostSideways largest desired horizontal acceleration [m/s²]
 * @param mostAngle largest tilt error that is acted upon [rad]
 * @param mostTiltShare largest thrust fraction moved from two rotors to the other two
 */
record CascadeTuning(
    double integralWeight,
    double positionWeight,
    double velocityWeight,
    double positionEffort,
    double tiltLag,
    double tiltRateWeight,
    double tiltEffort,
    double headingRateWeight,
    double headingEffort,
    double mostSideways,
    double mostAngle,
    double mostTiltShare) {
  /**
   * For motor commands: found by a random search over 384 quadrotors of each preset that no
   * evaluation flies ({@code PidTuning} among the tests). By hand had been reached 84.6 % success
   * in {@code raptor} and 45.3 % in {@code default}; this reaches 89.1 % and 55.5 %.
   */
  static final CascadeTuning MOTORS =
      new CascadeTuning(
          2.67, 75, 0.53, 0.305, 0.0835, 0.0078, 1.21e-6, 0.064, 1.63e-4, 4.1, 1.43, 0.29);

  /** For thrust and body rates, where the rate loop of the world takes the place of tilt gains. */
  static final CascadeTuning RATES =
      new CascadeTuning(4, 12, 2, 0.1, 0.12, 0.001, 2e-6, 0.02, 2e-4, 5, 0.8, 0.2);
}
