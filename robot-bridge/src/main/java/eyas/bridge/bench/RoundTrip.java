package eyas.bridge.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a round trip took.
 *
 * @param rate messages a second [Hz]
 * @param sent messages that left after the warm-up
 * @param lost messages that did not come back
 * @param median of the times there and back [ms]
 * @param p99 99 % took at most this [ms]
 * @param p999 99.9 % took at most this [ms]
 * @param longest time [ms]
 */
public record RoundTrip(
    double rate, int sent, int lost, double median, double p99, double p999, double longest) {
  /** Greatest median that is good enough [ms]. */
  public static final double MEDIAN_LIMIT = 0.3;

  /** Greatest 99 % that is good enough [ms]. */
  public static final double P99_LIMIT = 1.5;

  static RoundTrip of(double rate, int sent, double[] sorted) {
    return new RoundTrip(
        rate,
        sent,
        sent - sorted.length,
        Latencies.quantile(sorted, 0.5),
        Latencies.quantile(sorted, 0.99),
        Latencies.quantile(sorted, 0.999),
        Latencies.quantile(sorted, 1));
  }

  /** Whether nothing was lost and both limits are kept. */
  public boolean good() {
    return lost == 0 && median <= MEDIAN_LIMIT && p99 <= P99_LIMIT;
  }

  /** The figures by name, for a table or JSON. */
  public Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("rateHz", rate);
    values.put("messages", sent);
    values.put("lost", lost);
    values.put("medianMs", median);
    values.put("p99Ms", p99);
    values.put("p999Ms", p999);
    values.put("longestMs", longest);
    values.put("medianLimitMs", MEDIAN_LIMIT);
    values.put("p99LimitMs", P99_LIMIT);
    values.put("good", good());
    return values;
  }
}
