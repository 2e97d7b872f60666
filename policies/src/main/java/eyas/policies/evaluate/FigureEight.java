package eyas.policies.evaluate;

/**
 * The figure-eight of Eschmann et al., "RAPTOR" (arXiv 2509.11481): x = 0.5 sin 2φ, y = sin φ [m]
 * at constant height, after 2 s of hover and 1 s in which the speed of the phase rises linearly;
 * then five loops. The world's target moves so when its reference kind is 2.
 *
 * @param period time of one loop [s]
 */
public record FigureEight(double period) {
  /** One loop in 10 s. */
  public static final FigureEight SLOW = new FigureEight(10);

  /** One loop in 5.5 s. */
  public static final FigureEight FAST = new FigureEight(5.5);

  private static final double RAMP_END = 3;
  private static final int LOOPS = 5;

  /** Refuses a period that is not positive. */
  public FigureEight {
    if (!(period > 0)) {
      throw new EvaluationException(
          "The period of a figure-eight was given as %s s; it must be positive.".formatted(period));
    }
  }

  /** Returns when the ramp is over and the error counts [s]. */
  public double rampEnd() {
    return RAMP_END;
  }

  /** Returns when the last loop is closed [s]. */
  public double end() {
    return RAMP_END + LOOPS * period;
  }

  /** Returns the number of control periods until the end. */
  int steps(double controlPeriod) {
    return (int) Math.round(end() / controlPeriod);
  }

  /** Returns the number of control periods, the last ones, in which the error counts. */
  int countedSteps(double controlPeriod) {
    return steps(controlPeriod) - (int) Math.round(rampEnd() / controlPeriod);
  }
}
