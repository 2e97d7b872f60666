package eyas.policies.evaluate;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Differences between two policies on the same flights, with the quadrotor as the unit.
 *
 * @param policy the first policy
 * @param against the policy that is subtracted
 * @param differences of every figure
 */
public record PairedComparison(String policy, String against, Figures differences) {
  /** Returns the difference of the mean returns. */
  public Interval returns() {
    return differences.returns();
  }

  /** Returns the difference of the success fractions. */
  public Interval success() {
    return differences.success();
  }

  /** Returns the comparison for a report. */
  Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("policy", policy);
    map.put("against", against);
    map.putAll(differences.toMap(Interval::toMap));
    return map;
  }
}
