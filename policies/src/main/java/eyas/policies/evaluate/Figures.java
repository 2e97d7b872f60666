package eyas.policies.evaluate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Every figure of an evaluation with its 95 % interval: of one policy, or of the difference between
 * two. A figure that does not exist, such as the error of survivors where there are none, is {@code
 * NaN}.
 *
 * @param success fraction of successful episodes
 * @param returns mean return
 * @param length mean length [steps]
 * @param terminatedFraction fraction of terminated episodes
 * @param steadyMedian median of the mean distance over the last 2.5 s, of finished episodes [m]
 * @param steadyP95 95th percentile of the same [m]
 * @param eight figures of the figure-eights, if they were flown
 */
public record Figures(
    Interval success,
    Interval returns,
    Interval length,
    Interval terminatedFraction,
    Interval steadyMedian,
    Interval steadyP95,
    Optional<Eight> eight) {

  /**
   * Figures of the figure-eights.
   *
   * @param rmse10 median error of those who survived the loops of 10 s [m]
   * @param rmse5 median error of those who survived the loops of 5.5 s [m]
   * @param lost the larger of both fractions of lost quadrotors
   * @param lost10 fraction lost in loops of 10 s
   * @param lost5 fraction lost in loops of 5.5 s
   */
  public record Eight(
      Interval rmse10, Interval rmse5, Interval lost, Interval lost10, Interval lost5) {}

  /** Returns the figures by their keys in a report; those that do not exist are left out. */
  Map<String, Object> toMap(Function<Interval, Object> leaf) {
    Map<String, Object> map = new LinkedHashMap<>();
    put(map, "success", success, leaf);
    put(map, "return", returns, leaf);
    put(map, "length", length, leaf);
    put(map, "terminatedFraction", terminatedFraction, leaf);
    Map<String, Object> steady = new LinkedHashMap<>();
    put(steady, "median", steadyMedian, leaf);
    put(steady, "p95", steadyP95, leaf);
    map.put("steadyPositionError", steady);
    eight.ifPresent(flown -> map.put("figureEight", eightMap(flown, leaf)));
    return map;
  }

  private static Map<String, Object> eightMap(Eight eight, Function<Interval, Object> leaf) {
    Map<String, Object> map = new LinkedHashMap<>();
    put(map, "rmse10", eight.rmse10(), leaf);
    put(map, "rmse5_5", eight.rmse5(), leaf);
    put(map, "lostFraction", eight.lost(), leaf);
    put(map, "lost10", eight.lost10(), leaf);
    put(map, "lost5_5", eight.lost5(), leaf);
    return map;
  }

  private static void put(
      Map<String, Object> map, String key, Interval figure, Function<Interval, Object> leaf) {
    if (Double.isFinite(figure.estimate())) {
      map.put(key, leaf.apply(figure));
    }
  }
}
