package eyas.policies.analytic;

import java.util.Arrays;

/**
 * What a batch of episodes came to, one value an environment.
 *
 * @param returns sum of rewards
 * @param lengths steps until the end
 * @param failed whether the episode was terminated
 * @param tailErrors mean distance to the target over the last steps, usually the second half [m]
 * @param tailSquares mean squared distance to the target over the same steps [m²]
 * @param broken whether a number was not finite before the episode's end
 */
public record FlightRecord(
    float[] returns,
    float[] lengths,
    boolean[] failed,
    float[] tailErrors,
    float[] tailSquares,
    boolean[] broken) {
  static FlightRecord of(float[] metrics, int environments, int padded, int tail) {
    boolean[] failed = new boolean[environments];
    float[] errors = new float[environments];
    float[] squares = new float[environments];
    boolean[] broken = new boolean[environments];
    for (int e = 0; e < environments; e++) {
      failed[e] = metrics[2 * padded + e] > 0.5f;
      errors[e] = metrics[3 * padded + e] / tail;
      squares[e] = metrics[5 * padded + e] / tail;
      broken[e] = metrics[6 * padded + e] > 0.5f;
    }
    return new FlightRecord(
        Arrays.copyOf(metrics, environments),
        Arrays.copyOfRange(metrics, padded, padded + environments),
        failed,
        errors,
        squares,
        broken);
  }

  /** Returns whether a number was not finite anywhere: such a flight proves nothing. */
  public boolean anyBroken() {
    for (boolean b : broken) {
      if (b) {
        return true;
      }
    }
    return false;
  }

  /** Returns the mean return. */
  public double meanReturn() {
    return mean(returns, 0, returns.length);
  }

  /** Returns the mean length [steps]. */
  public double meanLength() {
    return mean(lengths, 0, lengths.length);
  }

  /** Returns the mean length over the environments [from, to) [steps]. */
  public double meanLength(int from, int to) {
    return mean(lengths, from, to);
  }

  /** Returns the mean return over the environments [from, to). */
  public double meanReturn(int from, int to) {
    return mean(returns, from, to);
  }

  /** Returns the share of episodes that were terminated. */
  public double failedShare() {
    int count = 0;
    for (boolean f : failed) {
      count += f ? 1 : 0;
    }
    return (double) count / failed.length;
  }

  /** Returns the share of episodes that ended in time within {@code radius} [m] on average. */
  public double successShare(double radius) {
    int count = 0;
    for (int e = 0; e < failed.length; e++) {
      count += !failed[e] && tailErrors[e] <= radius ? 1 : 0;
    }
    return (double) count / failed.length;
  }

  private static double mean(float[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    return sum / (to - from);
  }
}
