package eyas.policies.evaluate;

/**
 * The figure-eight of Eschmann et al., "RAPTOR" (arXiv 2509.11481): x = 0.5 sin 2φ, y = sin φ [m]
 * at constant height, after 2 s of hover and 1 s in which the speed of the phase rises linearly.
 *
 * @param period time of one loop [s]
 */
public record FigureEight(double period) {
  /** One loop in 10 s. */
  public static final FigureEight SLOW = new FigureEight(10);

  /** One loop in 5.5 s. */
  public static final FigureEight FAST = new FigureEight(5.5);

  private static final double HOVER = 2;
  private static final double RAMP = 1;
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
    return HOVER + RAMP;
  }

  /** Returns when the last loop is closed [s]. */
  public double end() {
    return rampEnd() + LOOPS * period;
  }

  /**
   * Writes where the target is.
   *
   * @param time since the start [s]
   * @param target written: position x, y, z [m] and velocity x, y, z [m/s] in the world
   */
  public void target(double time, double[] target) {
    double full = 2 * Math.PI / period;
    double moving = Math.max(0, time - HOVER);
    double ramped = Math.min(moving, RAMP);
    // the integral of a linear rise over the ramp, then of the full speed
    double phase = full * (ramped * ramped / (2 * RAMP) + (moving - ramped));
    double speed = full * ramped / RAMP;
    target[0] = 0.5 * Math.sin(2 * phase);
    target[1] = Math.sin(phase);
    target[2] = 0;
    target[3] = speed * Math.cos(2 * phase);
    target[4] = speed * Math.cos(phase);
    target[5] = 0;
  }
}
