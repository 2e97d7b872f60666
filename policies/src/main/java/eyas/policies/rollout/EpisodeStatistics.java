package eyas.policies.rollout;

import eyas.policies.checkpoint.CheckpointReader;
import eyas.policies.checkpoint.CheckpointWriter;

/** Return, length and ending of the last finished episodes. Not thread-safe. */
public final class EpisodeStatistics {
  private static final int LENGTH = 1;
  private static final int FAILED = 2;
  private static final int FIGURES = 3;

  private final double[] returns;
  private final int[] lengths;
  private final double[] window;
  private long finished;

  /**
   * Creates empty statistics.
   *
   * @param environments number of environments
   * @param window number of episodes that the means cover
   */
  public EpisodeStatistics(int environments, int window) {
    this.returns = new double[environments];
    this.lengths = new int[environments];
    this.window = new double[window * FIGURES];
  }

  /** Adds one step of every environment; arrays are (environments). */
  public void add(float[] rewards, boolean[] terminated, boolean[] truncated) {
    for (int e = 0; e < returns.length; e++) {
      returns[e] += rewards[e];
      lengths[e]++;
      if (terminated[e] || truncated[e]) {
        int at = (int) (finished++ % (window.length / FIGURES)) * FIGURES;
        window[at] = returns[e];
        window[at + LENGTH] = lengths[e];
        window[at + FAILED] = terminated[e] ? 1 : 0;
        returns[e] = 0;
        lengths[e] = 0;
      }
    }
  }

  /** Returns the number of episodes finished so far. */
  public long finished() {
    return finished;
  }

  /** Returns whether the window is full of episodes. */
  public boolean full() {
    return finished >= window.length / FIGURES;
  }

  /** Returns the mean undiscounted return of the window; NaN before the first episode ends. */
  public double meanReturn() {
    return mean(0);
  }

  /** Returns the mean length of the window [steps]; NaN before the first episode ends. */
  public double meanLength() {
    return mean(LENGTH);
  }

  /** Returns the fraction of the window that failed; NaN before the first episode ends. */
  public double terminatedFraction() {
    return mean(FAILED);
  }

  private double mean(int figure) {
    int count = (int) Math.min(finished, window.length / FIGURES);
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += window[i * FIGURES + figure];
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  /** Writes everything. */
  public void save(CheckpointWriter writer) {
    writer.doubles("returns", returns);
    writer.ints("lengths", lengths);
    writer.doubles("window", window);
    writer.longs("finished", finished);
  }

  /** Continues from saved statistics. */
  public void restore(CheckpointReader reader) {
    System.arraycopy(reader.doubles("returns", returns.length), 0, returns, 0, returns.length);
    System.arraycopy(reader.ints("lengths"), 0, lengths, 0, lengths.length);
    System.arraycopy(reader.doubles("window", window.length), 0, window, 0, window.length);
    finished = reader.number("finished");
  }
}
