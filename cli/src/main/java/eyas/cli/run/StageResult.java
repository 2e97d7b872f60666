package eyas.cli.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a stage ended.
 *
 * @param outcome done, gate failed, or stopped before its end
 * @param summary figures for the report and for {@code --json}: text, numbers, truth values, lists
 *     and maps of these
 */
public record StageResult(Outcome outcome, Map<String, Object> summary) {
  /** How a stage can end. */
  public enum Outcome {
    /** The stage reached its end and is not run again. */
    DONE,
    /** The stage reached its end and the policy failed its gate: the run ends with exit code 5. */
    GATE_FAILED,
    /** The stage was asked to stop and wrote a checkpoint. */
    STOPPED
  }

  /** Keeps an immutable copy in order. */
  public StageResult {
    summary = Collections.unmodifiableMap(new LinkedHashMap<>(summary));
  }

  /** Returns the result of a stage that reached its end. */
  public static StageResult done(Map<String, Object> summary) {
    return new StageResult(Outcome.DONE, summary);
  }

  /** Returns the result of a gate. */
  public static StageResult gate(boolean passed, Map<String, Object> summary) {
    return new StageResult(passed ? Outcome.DONE : Outcome.GATE_FAILED, summary);
  }

  /** Returns the result of a stage that stopped before its end, after writing a checkpoint. */
  public static StageResult stopped() {
    return new StageResult(Outcome.STOPPED, Map.of());
  }
}
