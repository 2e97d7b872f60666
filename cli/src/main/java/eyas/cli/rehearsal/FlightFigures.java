package eyas.cli.rehearsal;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * Figures of a flight; {@code NaN} where nothing was measured.
 *
 * @param hoverError mean distance in the hover [m]
 * @param eightError root mean square distance in the figure-eight after the ramp [m]
 * @param largestError largest distance in both [m]
 * @param latencyMedian from the stamp of the data to the arrival of the command, median [s]
 * @param latency99 99th percentile [s]
 * @param jitter standard deviation of the time between commands [s]
 * @param largestGap longest time between commands [s]
 * @param commands number of commands
 */
public record FlightFigures(
    double hoverError,
    double eightError,
    double largestError,
    double latencyMedian,
    double latency99,
    double jitter,
    double largestGap,
    int commands) {

  /** Computes the figures. */
  static FlightFigures of(FlightLog log) {
    double[] hover = errors(log, Course.Part.HOVER);
    double[] eight = errors(log, Course.Part.EIGHT);
    List<FlightLog.Arrival> arrivals =
        log.arrivals().stream().filter(FlightLog.Arrival::counted).toList();
    double[] latencies =
        arrivals.stream().mapToDouble(a -> (a.time() - a.stamp()) / 1e9).sorted().toArray();
    double[] gaps = gaps(arrivals);
    double mean = Arrays.stream(gaps).average().orElse(Double.NaN);
    double variance =
        Arrays.stream(gaps).map(gap -> (gap - mean) * (gap - mean)).average().orElse(Double.NaN);
    return new FlightFigures(
        Arrays.stream(hover).average().orElse(Double.NaN),
        Math.sqrt(Arrays.stream(eight).map(e -> e * e).average().orElse(Double.NaN)),
        DoubleStream.concat(Arrays.stream(hover), Arrays.stream(eight)).max().orElse(Double.NaN),
        quantile(latencies, 0.5),
        quantile(latencies, 0.99),
        Math.sqrt(variance),
        Arrays.stream(gaps).max().orElse(Double.NaN),
        arrivals.size());
  }

  private static double[] errors(FlightLog log, Course.Part part) {
    return log.samples().stream()
        .filter(sample -> sample.part() == part)
        .mapToDouble(FlightLog.Sample::error)
        .toArray();
  }

  private static double[] gaps(List<FlightLog.Arrival> arrivals) {
    double[] gaps = new double[Math.max(0, arrivals.size() - 1)];
    Arrays.setAll(gaps, i -> (arrivals.get(i + 1).time() - arrivals.get(i).time()) / 1e9);
    return gaps;
  }

  private static double quantile(double[] sorted, double share) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  }

  /** Whether the limits were kept; a figure-eight that was not asked for is not judged. */
  boolean within(Limits limits, boolean eight) {
    return hoverError <= limits.hover() && (!eight || eightError <= limits.eight());
  }

  /** The figures by name, for reports; a figure that was not measured is left out. */
  Map<String, Object> values(Course course) {
    Map<String, Object> values = new LinkedHashMap<>();
    put(values, "hoverError", hoverError);
    put(values, eightName(course), eightError);
    put(values, "largestError", largestError);
    Map<String, Object> latency = new LinkedHashMap<>();
    put(latency, "median", latencyMedian);
    put(latency, "p99", latency99);
    values.put("latency", latency);
    put(values, "jitter", jitter);
    put(values, "largestGap", largestGap);
    values.put("commands", commands);
    return values;
  }

  private static String eightName(Course course) {
    String period = BigDecimal.valueOf(course.period()).stripTrailingZeros().toPlainString();
    return "figureEightRmse" + period.replace('.', '_');
  }

  private static void put(Map<String, Object> values, String name, double value) {
    if (Double.isFinite(value)) {
      values.put(name, value);
    }
  }
}
