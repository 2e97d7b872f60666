package eyas.policies.evaluate;

import eyas.policies.analytic.FlightRecord;

/**
 * Adds up the first episode of every environment of a batch. Mutable; distinct environments may be
 * recorded from distinct threads.
 */
public final class FlightMetrics {
  private final int steadyFrom;
  private final double[] returns;
  private final int[] lengths;
  private final boolean[] terminated;
  private final boolean[] ended;
  private final double[] distances;
  private final int[] distanceCounts;

  /**
   * Creates empty sums.
   *
   * @param environments number of environments
   * @param episodeSteps steps of a whole episode
   * @param steadySteps last steps over which the position error is averaged, e.g. 250 for 2.5 s
   */
  public FlightMetrics(int environments, int episodeSteps, int steadySteps) {
    this.steadyFrom = episodeSteps - steadySteps;
    this.returns = new double[environments];
    this.lengths = new int[environments];
    this.terminated = new boolean[environments];
    this.ended = new boolean[environments];
    this.distances = new double[environments];
    this.distanceCounts = new int[environments];
  }

  /** Returns the metrics of episodes that were flown on the device. */
  static FlightMetrics of(FlightRecord record) {
    int environments = record.failed().length;
    FlightMetrics metrics = new FlightMetrics(environments, 0, 0);
    for (int e = 0; e < environments; e++) {
      metrics.returns[e] = record.returns()[e];
      metrics.lengths[e] = Math.round(record.lengths()[e]);
      metrics.terminated[e] = record.failed()[e];
      metrics.ended[e] = true;
      metrics.distances[e] = record.tailErrors()[e];
      metrics.distanceCounts[e] = 1;
    }
    return metrics;
  }

  /**
   * Adds one step; steps after the end of the first episode are ignored.
   *
   * @param environment index
   * @param reward reward of the step
   * @param distance distance to the target after the step [m]
   * @param failed whether the episode was terminated by this step
   */
  public void record(int environment, double reward, double distance, boolean failed) {
    if (ended[environment]) {
      return;
    }
    returns[environment] += reward;
    if (lengths[environment] >= steadyFrom) {
      distances[environment] += distance;
      distanceCounts[environment]++;
    }
    lengths[environment]++;
    terminated[environment] = failed;
    ended[environment] = failed;
  }

  /** Returns whether every episode has been terminated. */
  public boolean allEnded() {
    for (boolean end : ended) {
      if (!end) {
        return false;
      }
    }
    return true;
  }

  /** Returns the sum of rewards of an environment. */
  public double returned(int environment) {
    return returns[environment];
  }

  /** Returns the steps an environment flew. */
  public int length(int environment) {
    return lengths[environment];
  }

  /** Returns whether an environment was terminated. */
  public boolean terminated(int environment) {
    return terminated[environment];
  }

  /** Returns the mean distance over the last steps [m]; {@code NaN} if it was terminated. */
  public double steadyError(int environment) {
    return terminated[environment]
        ? Double.NaN
        : distances[environment] / distanceCounts[environment];
  }
}
