package eyas.policies.rollout;

import java.util.Arrays;

/** The critic's inputs at truncations: a growing list of rows, each with the sample it ended. */
public final class TerminalStates {
  private final int width;
  private float[] rows = new float[0];
  private int[] samples = new int[0];
  private int count;

  TerminalStates(int width) {
    this.width = width;
  }

  void clear() {
    count = 0;
  }

  /** Adds the row of one environment from (environments, width). */
  void add(int sample, float[] all, int environment) {
    if (count == samples.length) {
      samples = Arrays.copyOf(samples, 2 * count + 16);
      rows = Arrays.copyOf(rows, samples.length * width);
    }
    samples[count] = sample;
    System.arraycopy(all, environment * width, rows, count * width, width);
    count++;
  }

  /** Returns the number of rows. */
  public int count() {
    return count;
  }

  /** Returns normalised inputs; the first {@link #count()} rows count. */
  public float[] rows() {
    return rows;
  }

  /** Returns which sample the i-th row ended. */
  public int sample(int i) {
    return samples[i];
  }
}
