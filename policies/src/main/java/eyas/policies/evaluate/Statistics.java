package eyas.policies.evaluate;

import java.util.Arrays;

/** Means, percentiles and 95 % intervals. Nothing here keeps or changes its input. */
public final class Statistics {
  private static final double Z = 1.959963984540054;
  private static final double[] SMALL_T = {
    12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060, 2.2622, 2.2281
  };

  private Statistics() {}

  /** Returns the mean; {@code NaN} of nothing. */
  public static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /** Returns the sample standard deviation (n - 1); zero of fewer than two values. */
  public static double deviation(double[] values) {
    if (values.length < 2) {
      return 0;
    }
    double mean = mean(values);
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return Math.sqrt(sum / (values.length - 1));
  }

  /** Returns the median; {@code NaN} of nothing. */
  public static double median(double[] values) {
    return percentile(values, 50);
  }

  /**
   * Returns a percentile with linear interpolation between order statistics (Hyndman and Fan 1996,
   * type 7); {@code NaN} of nothing.
   *
   * @param values in any order, finite
   * @param percent 0 to 100
   */
  public static double percentile(double[] values, double percent) {
    if (values.length == 0) {
      return Double.NaN;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double place = percent / 100 * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  /** Returns the mean with Student's t interval; the bounds are the mean if n is 1. */
  public static Interval meanInterval(double[] values) {
    double mean = mean(values);
    double half =
        values.length < 2
            ? 0
            : studentT(values.length - 1) * deviation(values) / Math.sqrt(values.length);
    return new Interval(mean, mean - half, mean + half);
  }

  /** Returns the interval of the mean difference {@code first - second}, paired by index. */
  public static Interval pairedDifference(double[] first, double[] second) {
    if (first.length != second.length) {
      throw new EvaluationException(
          "Paired values must have equal counts, but there are %d and %d; fly both policies on the same quadrotors."
              .formatted(first.length, second.length));
    }
    double[] difference = new double[first.length];
    Arrays.setAll(difference, i -> first[i] - second[i]);
    return meanInterval(difference);
  }

  /**
   * Returns a fraction with Wilson's score interval (1927), which stays honest at 0 and 1.
   *
   * @param fraction observed fraction, 0 to 1
   * @param units independent units behind it; give the quadrotors, not their episodes
   */
  public static Interval fractionInterval(double fraction, int units) {
    double spread = Z * Z / units;
    double centre = (fraction + spread / 2) / (1 + spread);
    double half =
        Z * Math.sqrt(fraction * (1 - fraction) / units + spread / (4.0 * units)) / (1 + spread);
    return new Interval(
        fraction, Math.min(fraction, centre - half), Math.max(fraction, centre + half));
  }

  /** Two-sided 95 % quantile of Student's t (Abramowitz and Stegun 26.7.5, table up to 10). */
  static double studentT(int freedom) {
    if (freedom <= SMALL_T.length) {
      return SMALL_T[freedom - 1];
    }
    double z2 = Z * Z;
    double g1 = Z * (z2 + 1) / 4;
    double g2 = Z * ((5 * z2 + 16) * z2 + 3) / 96;
    double g3 = Z * (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384;
    double inverse = 1.0 / freedom;
    return Z + inverse * (g1 + inverse * (g2 + inverse * g3));
  }
}
