package eyas.policies.analytic;

/**
 * Settings of the analytic policy gradient; the section {@code analytic} of a task's YAML.
 *
 * @param environments environments of each member, a multiple of 16
 * @param steps steps of a window
 * @param updates number of updates, over which the rate falls along a cosine
 * @param rate first learning rate of Adam
 * @param finalRateShare share of the rate that is left at the end
 * @param clip largest norm of a gradient
 * @param adjointLimit largest norm of one environment's adjoint on its way back through the window
 */
public record AnalyticConfig(
    int environments,
    int steps,
    int updates,
    double rate,
    double finalRateShare,
    double clip,
    double adjointLimit) {
  /** Checks the values. */
  public AnalyticConfig {
    if (environments <= 0 || environments % 16 != 0) {
      throw new AnalyticException(
          "analytic.environments is " + environments + "; a positive multiple of 16 is needed.");
    }
    if (steps < 1 || updates < 1 || !(rate > 0) || !(clip > 0) || !(adjointLimit > 0)) {
      throw new AnalyticException(
          "analytic.steps, updates, rate, clip and adjoint-limit must be positive; given "
              + steps
              + ", "
              + updates
              + ", "
              + rate
              + ", "
              + clip
              + ", "
              + adjointLimit
              + ".");
    }
  }

  /** Returns the learning rate of an update. */
  public double rate(long update) {
    double progress = Math.min(1, (double) update / updates);
    double share = finalRateShare + (1 - finalRateShare) * 0.5 * (1 + Math.cos(Math.PI * progress));
    return rate * share;
  }

  /** Returns these settings with another number of updates. */
  public AnalyticConfig withUpdates(int other) {
    return new AnalyticConfig(environments, steps, other, rate, finalRateShare, clip, adjointLimit);
  }
}
