package eyas.policies.evaluate;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Values of quadrotors in ascending order, for percentiles of many resamples: what is sorted once
 * need not be sorted for each. Values that are not finite are left out.
 */
final class RankedValues {
  private final double[] values;
  private final int[] owners;

  /** Sorts values of quadrotors that have {@code each} of them, (quadrotors, each). */
  RankedValues(double[] all, int each) {
    int[] order =
        IntStream.range(0, all.length)
            .filter(i -> Double.isFinite(all[i]))
            .boxed()
            .sorted(Comparator.comparingDouble(i -> all[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    values = IntStream.of(order).mapToDouble(i -> all[i]).toArray();
    owners = IntStream.of(order).map(i -> i / each).toArray();
  }

  /**
   * Returns the percentile of the values, each as often as its quadrotor counts, as {@link
   * Statistics#percentile} defines it; {@code NaN} of nothing.
   *
   * @param percent 0 to 100
   * @param multiplicities how often each quadrotor counts
   */
  double percentile(double percent, int[] multiplicities) {
    int total = 0;
    for (int owner : owners) {
      total += multiplicities[owner];
    }
    if (total == 0) {
      return Double.NaN;
    }
    double place = percent / 100 * (total - 1);
    int below = (int) place;
    double low = at(below, multiplicities);
    double high = at(Math.min(below + 1, total - 1), multiplicities);
    return low + (place - below) * (high - low);
  }

  // the value at a place of the expanded order
  private double at(int place, int[] multiplicities) {
    int passed = 0;
    for (int i = 0; i < values.length; i++) {
      passed += multiplicities[owners[i]];
      if (passed > place) {
        return values[i];
      }
    }
    throw new IllegalArgumentException("Place " + place + " lies beyond " + passed + " values.");
  }
}
