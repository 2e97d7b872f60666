package eyas.policies.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Results of the quadrotors whose torque-to-inertia ratio lies in a band.
 *
 * @param low lower bound [1/s²]
 * @param high upper bound, exclusive [1/s²]
 * @param quadrotors number of quadrotors in the band
 * @param episodes episodes they flew
 * @param meanReturn mean return; {@code NaN} of an empty band
 * @param length mean length [steps]; {@code NaN} of an empty band
 * @param success fraction of successful episodes; {@code NaN} of an empty band
 */
public record Band(
    double low,
    double high,
    int quadrotors,
    int episodes,
    double meanReturn,
    double length,
    double success) {
  private static final double[] EDGES = {0, 120, 300, 600, Double.POSITIVE_INFINITY};

  /** Splits scores into the bands below 120, 120 to 300, 300 to 600 and above 600 [1/s²]. */
  static List<Band> split(QuadrotorSet set, EpisodeScores scores) {
    List<Band> bands = new ArrayList<>();
    for (int i = 0; i + 1 < EDGES.length; i++) {
      bands.add(of(EDGES[i], EDGES[i + 1], set, scores));
    }
    return bands;
  }

  private static Band of(double low, double high, QuadrotorSet set, EpisodeScores scores) {
    int[] members =
        IntStream.range(0, set.count())
            .filter(q -> set.torqueToInertia(q) >= low && set.torqueToInertia(q) < high)
            .toArray();
    return new Band(
        low,
        high,
        members.length,
        members.length * scores.episodes(),
        mean(members, scores.returnsByQuadrotor()),
        mean(members, scores.lengthsByQuadrotor()),
        mean(members, scores.successByQuadrotor()));
  }

  private static double mean(int[] members, double[] values) {
    return IntStream.of(members).mapToDouble(q -> values[q]).average().orElse(Double.NaN);
  }

  /** Returns the band's name, e.g. {@code 120-300}. */
  public String name() {
    if (low == 0) {
      return "<" + Math.round(high);
    }
    return Double.isInfinite(high)
        ? ">" + Math.round(low)
        : Math.round(low) + "-" + Math.round(high);
  }

  /** Returns the band for a report; an empty band has counts only. */
  Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("quadrotors", quadrotors);
    map.put("episodes", episodes);
    if (episodes > 0) {
      map.put("return", meanReturn);
      map.put("length", length);
      map.put("success", success);
    }
    return map;
  }
}
