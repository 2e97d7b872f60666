package eyas.assets.policy;

import java.util.Map;

/**
 * The outcome of the transfer gate.
 *
 * @param passed whether every threshold was met
 * @param summary one sentence with the deciding numbers
 * @param numbers free-form figures: successes, thresholds, seeds
 */
public record GateReport(boolean passed, String summary, Map<String, Object> numbers) {
  /** Keeps an immutable copy. */
  public GateReport {
    numbers = PlainData.copyOf(numbers, "gate.numbers");
  }
}
