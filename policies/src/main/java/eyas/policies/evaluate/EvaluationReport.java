package eyas.policies.evaluate;

import java.util.ArrayList;
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
 * @param paired every policy against every later one
 */
public record EvaluationReport(
    String set,
    int quadrotors,
    int episodes,
    long seed,
    List<PolicyResult> policies,
    List<PairedComparison> paired) {
  /** Copies the lists. */
  public EvaluationReport {
    policies = List.copyOf(policies);
    paired = List.copyOf(paired);
  }

  /** Sums up raw scores of policies that flew the same flights. */
  public static EvaluationReport of(
      QuadrotorSet set, EvaluationSettings settings, List<PolicyScores> scores) {
    List<PairedComparison> paired = new ArrayList<>();
    for (int i = 0; i < scores.size(); i++) {
      for (int j = i + 1; j < scores.size(); j++) {
        paired.add(PairedComparison.of(scores.get(i), scores.get(j)));
      }
    }
    return new EvaluationReport(
        set.name(),
        set.count(),
        settings.episodes(),
        settings.seed(),
        scores.stream().map(score -> PolicyResult.of(set, score)).toList(),
        paired);
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
    map.put("paired", paired.stream().map(PairedComparison::toMap).toList());
    return map;
  }
}
