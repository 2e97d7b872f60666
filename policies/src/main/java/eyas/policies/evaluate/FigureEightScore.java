package eyas.policies.evaluate;

import java.util.Arrays;

/**
 * How well the quadrotors followed one figure-eight.
 *
 * @param eight the path
 * @param errors root mean square distance of each quadrotor after the ramp [m], {@code NaN} if lost
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data, never compared
public record FigureEightScore(FigureEight eight, double[] errors) {
  /** Returns the errors of the quadrotors that were not lost [m]. */
  public double[] survivors() {
    return Arrays.stream(errors).filter(Double::isFinite).toArray();
  }

  /** Returns the median error of the survivors [m]; {@code NaN} if all were lost. */
  public double median() {
    return Statistics.median(survivors());
  }

  /** Returns 1 for each quadrotor that was lost, 0 for the others. */
  double[] lost() {
    return Arrays.stream(errors).map(error -> Double.isFinite(error) ? 0 : 1).toArray();
  }

  /** Returns the fraction of quadrotors that were lost. */
  public double lostFraction() {
    return 1 - (double) survivors().length / errors.length;
  }
}
