package eyas.policies.evaluate;

import eyas.sim.random.Philox;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * Bootstrap resamples of a set of quadrotors (Efron 1979): how often each quadrotor stands in each
 * resample. All policies share them, which makes their differences paired; a quadrotor brings all
 * its episodes, because those are not independent.
 */
final class Resamples {
  /** Resamples behind an interval. */
  static final int COUNT = 1000;

  private static final int STREAM = 241;

  private final int[] once;
  private final int[][] multiplicities;

  private Resamples(int[] once, int[][] multiplicities) {
    this.once = once;
    this.multiplicities = multiplicities;
  }

  /** Draws resamples of {@code quadrotors}; the same seed gives the same ones. */
  static Resamples of(int quadrotors, long seed) {
    Philox random = Philox.host(seed, STREAM);
    int[] once = new int[quadrotors];
    Arrays.fill(once, 1);
    int[][] drawn = new int[COUNT][quadrotors];
    for (int[] resample : drawn) {
      for (int i = 0; i < quadrotors; i++) {
        resample[random.nextInt(quadrotors)]++;
      }
    }
    return new Resamples(once, drawn);
  }

  /**
   * Returns a statistic on the quadrotors themselves and on every resample.
   *
   * @param statistic of how often each quadrotor counts; {@code NaN} where it does not exist
   */
  Draws of(ToDoubleFunction<int[]> statistic) {
    double[] values = new double[multiplicities.length];
    Arrays.setAll(values, i -> statistic.applyAsDouble(multiplicities[i]));
    return new Draws(statistic.applyAsDouble(once), values);
  }

  /**
   * A statistic and what it is on every resample.
   *
   * @param estimate on the quadrotors themselves
   * @param resampled on each resample
   */
  @SuppressWarnings("ArrayRecordComponent") // bulk data, never compared
  record Draws(double estimate, double[] resampled) {
    /** Returns the difference to a statistic of another policy on the same resamples. */
    Draws minus(Draws other) {
      double[] differences = new double[resampled.length];
      Arrays.setAll(differences, i -> resampled[i] - other.resampled[i]);
      return new Draws(estimate - other.estimate, differences);
    }

    /** Returns the percentile interval; all bounds are {@code NaN} if the estimate is. */
    Interval interval() {
      if (!Double.isFinite(estimate)) {
        return new Interval(Double.NaN, Double.NaN, Double.NaN);
      }
      // a resample without a single survivor says nothing
      double[] finite = Arrays.stream(resampled).filter(Double::isFinite).toArray();
      return new Interval(
          estimate, Statistics.percentile(finite, 2.5), Statistics.percentile(finite, 97.5));
    }
  }
}
