package eyas.policies.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Results of one policy.
 *
 * @param policy name
 * @param returns mean return over quadrotors, Student's t interval
 * @param success fraction of successful episodes, Wilson's interval over quadrotors
 * @param length mean length [steps]
 * @param terminatedFraction fraction of terminated episodes
 * @param steadyMedian median of the mean distance over the last 2.5 s, of finished episodes [m]
 * @param steadyP95 95th percentile of the same [m]
 * @param figureEights the slow and the fast figure-eight, or none
 * @param bands by torque-to-inertia ratio
 */
public record PolicyResult(
    String policy,
    Interval returns,
    Interval success,
    double length,
    double terminatedFraction,
    double steadyMedian,
    double steadyP95,
    List<FigureEightScore> figureEights,
    List<Band> bands) {
  /** Copies the lists. */
  public PolicyResult {
    figureEights = List.copyOf(figureEights);
    bands = List.copyOf(bands);
  }

  /** Sums up raw scores. */
  static PolicyResult of(QuadrotorSet set, PolicyScores scores) {
    EpisodeScores episodes = scores.episodes();
    double success = Statistics.mean(episodes.successByQuadrotor());
    double[] steady = episodes.finishedErrors();
    return new PolicyResult(
        scores.policy(),
        Statistics.meanInterval(episodes.returnsByQuadrotor()),
        Statistics.fractionInterval(success, episodes.quadrotors()),
        Statistics.mean(episodes.lengthsByQuadrotor()),
        episodes.terminatedFraction(),
        Statistics.median(steady),
        Statistics.percentile(steady, 95),
        scores.figureEights(),
        Band.split(set, episodes));
  }

  /** Returns the result for a report; numbers that do not exist are left out. */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("success", success.estimate());
    map.put("return", returns.estimate());
    map.put("length", length);
    map.put("terminatedFraction", terminatedFraction);
    map.put("steadyPositionError", finite("median", steadyMedian, "p95", steadyP95));
    if (!figureEights.isEmpty()) {
      map.put("figureEight", figureEightMap());
    }
    Map<String, Object> split = new LinkedHashMap<>();
    bands.forEach(band -> split.put(band.name(), band.toMap()));
    map.put("bands", split);
    Map<String, Object> confidence = new LinkedHashMap<>();
    confidence.put("return", List.of(returns.low(), returns.high()));
    confidence.put("success", List.of(success.low(), success.high()));
    map.put("confidence95", confidence);
    return map;
  }

  private Map<String, Object> figureEightMap() {
    FigureEightScore slow = figureEights.get(0);
    FigureEightScore fast = figureEights.get(1);
    Map<String, Object> map = finite("rmse10", slow.median(), "rmse5_5", fast.median());
    map.put("lostFraction", Math.max(slow.lostFraction(), fast.lostFraction()));
    map.put("lost10", slow.lostFraction());
    map.put("lost5_5", fast.lostFraction());
    return map;
  }

  private static Map<String, Object> finite(
      String firstKey, double first, String secondKey, double second) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (Double.isFinite(first)) {
      map.put(firstKey, first);
    }
    if (Double.isFinite(second)) {
      map.put(secondKey, second);
    }
    return map;
  }
}
