package eyas.policies.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The comparison of policies on one set of quadrotors.
 *
 * @param set name of the set
 * @param quadrotors number of quadrotors
 * @param episodes episodes of each
 * @param seed seed of starts and disturbances
 * @param policies results in the order they were given
 * @param best the policy with the highest success, then return
 * @param paired the best policy against every other one, then the others against each later one
 */
public record EvaluationReport(
    String set,
    int quadrotors,
    int episodes,
    long seed,
    List<PolicyResult> policies,
    String best,
    List<PairedComparison> paired) {
  /** Copies the lists. */
  public EvaluationReport {
    policies = List.copyOf(policies);
    paired = List.copyOf(paired);
  }

  /** Sums up raw scores of policies that flew the same flights. */
  public static EvaluationReport of(
      QuadrotorSet set, EvaluationSettings settings, List<PolicyScores> scores) {
    Resamples resamples = Resamples.of(set.count(), settings.seed());
    Map<String, FigureDraws> draws = new LinkedHashMap<>();
    scores.forEach(score -> draws.put(score.policy(), new FigureDraws(score, resamples)));
    List<String> ranked = bestFirst(draws);
    return new EvaluationReport(
        set.name(),
        set.count(),
        settings.episodes(),
        settings.seed(),
        scores.stream().map(s -> PolicyResult.of(set, s, draws.get(s.policy()))).toList(),
        ranked.get(0),
        pairs(ranked, draws));
  }

  private static List<String> bestFirst(Map<String, FigureDraws> draws) {
    List<String> names = new ArrayList<>(draws.keySet());
    String best =
        Collections.max(
            names,
            Comparator.comparingDouble((String name) -> draws.get(name).success())
                .thenComparingDouble(name -> draws.get(name).meanReturn()));
    names.remove(best);
    names.add(0, best);
    return names;
  }

  private static List<PairedComparison> pairs(List<String> names, Map<String, FigureDraws> draws) {
    List<PairedComparison> pairs = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      for (String other : names.subList(i + 1, names.size())) {
        Figures differences = draws.get(names.get(i)).minus(draws.get(other));
        pairs.add(new PairedComparison(names.get(i), other, differences));
      }
    }
    return pairs;
  }

  /** Returns the report as nested maps and lists of plain values, ready for JSON. */
  public Map<String, Object> toMap() {
    Map<String, Object> results = new LinkedHashMap<>();
    policies.forEach(policy -> results.put(policy.policy(), policy.toMap()));
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("set", set);
    map.put("quadrotors", quadrotors);
    map.put("episodes", episodes);
    map.put("seed", seed);
    map.put("policies", results);
    map.put("best", best);
    map.put("paired", paired.stream().map(PairedComparison::toMap).toList());
    return map;
  }
}
