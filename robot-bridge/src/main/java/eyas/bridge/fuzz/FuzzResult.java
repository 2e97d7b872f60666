package eyas.bridge.fuzz;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What became of the damaged inputs of one kind.
 *
 * @param name of the kind
 * @param cases damaged inputs
 * @param accepted inputs that were whole in spite of the damage
 * @param reasons how often each reason for a refusal was given, the most frequent first
 * @param slowestMilliseconds time of the slowest input [ms]
 * @param memoryGrowth growth of the memory in use from the first quarter to the end [bytes]
 * @param seconds time of all [s]
 */
public record FuzzResult(
    String name,
    long cases,
    long accepted,
    Map<String, Long> reasons,
    double slowestMilliseconds,
    long memoryGrowth,
    double seconds) {
  private static final int SHOWN = 8;

  /** Inputs that were refused, each with a reason. */
  public long refused() {
    return reasons.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The figures by name, for a table or JSON. */
  public Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("cases", cases);
    values.put("accepted", accepted);
    values.put("refused", refused());
    values.put("kindsOfReasons", reasons.size());
    values.put("slowestMs", slowestMilliseconds);
    values.put("memoryGrowthKiB", memoryGrowth / 1024);
    values.put("seconds", seconds);
    Map<String, Object> top = new LinkedHashMap<>();
    reasons.entrySet().stream()
        .limit(SHOWN)
        .forEach(entry -> top.put(entry.getKey(), entry.getValue()));
    values.put("mostFrequentReasons", top);
    return values;
  }
}
