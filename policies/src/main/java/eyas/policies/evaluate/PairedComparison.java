package eyas.policies.evaluate;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Differences between two policies on the same flights, with the quadrotor as the unit.
 *
 * @param policy the first policy
 * @param against the policy that is subtracted
 * @param returns difference of the returns
 * @param success difference of the success fractions
 */
public record PairedComparison(String policy, String against, Interval returns, Interval success) {
  /** Compares two policies. */
  static PairedComparison of(PolicyScores first, PolicyScores second) {
    return new PairedComparison(
        first.policy(),
        second.policy(),
        Statistics.pairedDifference(
            first.episodes().returnsByQuadrotor(), second.episodes().returnsByQuadrotor()),
        Statistics.pairedDifference(
            first.episodes().successByQuadrotor(), second.episodes().successByQuadrotor()));
  }

  /** Returns the comparison for a report. */
  Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("policy", policy);
    map.put("against", against);
    map.put("return", returns.toMap());
    map.put("success", success.toMap());
    return map;
  }
}
