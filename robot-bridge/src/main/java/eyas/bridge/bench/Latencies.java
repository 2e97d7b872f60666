package eyas.bridge.bench;

import java.util.Arrays;

/** Times of flight of numbered messages; recording allocates nothing. */
final class Latencies {
  private static final double MILLISECOND = 1e6;

  private final long[] sent;
  private final long[] received;

  /** Room for {@code messages} messages. */
  Latencies(int messages) {
    sent = new long[messages];
    received = new long[messages];
  }

  /** Message {@code index} leaves now. */
  void leaves(int index) {
    sent[index] = System.nanoTime();
  }

  /** Message {@code index} has come back; numbers outside the range are warm-up. */
  void arrives(int index) {
    if (index >= 0 && index < received.length) {
      received[index] = System.nanoTime();
    }
  }

  /** Messages that have come back. */
  int arrived() {
    return (int) Arrays.stream(received).filter(time -> time != 0).count();
  }

  /** Times of flight in order of size [ms]; messages that were lost are left out. */
  double[] sorted() {
    double[] times = new double[sent.length];
    int count = 0;
    for (int i = 0; i < sent.length; i++) {
      if (received[i] != 0) {
        times[count++] = (received[i] - sent[i]) / MILLISECOND;
      }
    }
    double[] some = Arrays.copyOf(times, count);
    Arrays.sort(some);
    return some;
  }

  /**
   * A quantile of sorted values, by the nearest rank.
   *
   * @param sorted ascending, at least one
   * @param share 0.5 for the median, 1 for the largest
   */
  static double quantile(double[] sorted, double share) {
    int rank = (int) Math.ceil(share * sorted.length);
    return sorted[Math.max(0, Math.min(sorted.length, rank) - 1)];
  }
}
