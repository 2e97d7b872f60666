package eyas.assets.robot;

/** Refusals of impossible parameters, as sentences that name the robot. */
record ParameterCheck(String robot) {
  /**
   * Largest deviation of J times its inverse from 1; published tables are rounded to 6 decimals.
   */
  private static final double INVERSE_TOLERANCE = 0.5;

  void finite(String what, double value) {
    require(Double.isFinite(value), what, value, "finite");
  }

  void positive(String what, double value) {
    require(Double.isFinite(value) && value > 0, what, value, "greater than 0");
  }

  void notNegative(String what, double value) {
    require(Double.isFinite(value) && value >= 0, what, value, "0 or greater");
  }

  /** Inertia and its inverse must be positive and fit one another. */
  void inertia(double[] moments, double[] inverses) {
    for (int axis = 0; axis < 3; axis++) {
      String name = "J" + "xyz".charAt(axis) + "xyz".charAt(axis);
      positive("moment of inertia " + name + " [kg m²]", moments[axis]);
      positive("inverse inertia of " + name + " [1/(kg m²)]", inverses[axis]);
      double product = moments[axis] * inverses[axis];
      require(
          Math.abs(product - 1) <= INVERSE_TOLERANCE,
          name + " times its inverse",
          product,
          "near 1");
    }
  }

  /** Thrust must not be great at rest and must carry the weight at full speed [N, per rotor]. */
  void lifts(double atRest, double atFullSpeed, double weight) {
    require(atRest < weight, "thrust of a resting rotor [N]", atRest, "below m g / 4 = " + weight);
    require(
        atFullSpeed > weight,
        "greatest thrust per rotor [N]",
        atFullSpeed,
        "above m g / 4 = " + weight);
  }

  private void require(boolean holds, String what, double value, String allowed) {
    if (!holds) {
      throw new IllegalRobotException(
          "Quadrotor `" + robot + "`: " + what + " is " + value + ", but must be " + allowed + ".");
    }
  }
}
