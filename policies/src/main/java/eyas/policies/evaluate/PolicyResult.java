package eyas.policies.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Results of one policy.
 *
 * @param policy name
 * @param figures every figure with its interval
 * @param figureEights the slow and the fast figure-eight, or none
 * @param bands by torque-to-inertia ratio
 */
public record PolicyResult(
    String policy, Figures figures, List<FigureEightScore> figureEights, List<Band> bands) {
  /** Copies the lists. */
  public PolicyResult {
    figureEights = List.copyOf(figureEights);
    bands = List.copyOf(bands);
  }

  /** Sums up raw scores. */
  static PolicyResult of(QuadrotorSet set, PolicyScores scores, FigureDraws draws) {
    return new PolicyResult(
        scores.policy(),
        draws.figures(),
        scores.figureEights(),
        Band.split(set, scores.episodes()));
  }

  /** Returns the mean return over quadrotors. */
  public Interval returns() {
    return figures.returns();
  }

  /** Returns the fraction of successful episodes. */
  public Interval success() {
    return figures.success();
  }

  /** Returns the mean length [steps]. */
  public double length() {
    return figures.length().estimate();
  }

  /** Returns the fraction of terminated episodes. */
  public double terminatedFraction() {
    return figures.terminatedFraction().estimate();
  }

  /** Returns the median of the mean distance over the last 2.5 s, of finished episodes [m]. */
  public double steadyMedian() {
    return figures.steadyMedian().estimate();
  }

  /** Returns the 95th percentile of the same [m]. */
  public double steadyP95() {
    return figures.steadyP95().estimate();
  }

  /** Returns the result for a report; numbers that do not exist are left out. */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>(figures.toMap(Interval::estimate));
    Map<String, Object> split = new LinkedHashMap<>();
    bands.forEach(band -> split.put(band.name(), band.toMap()));
    map.put("bands", split);
    map.put("confidence95", figures.toMap(i -> List.of(i.low(), i.high())));
    return map;
  }
}
