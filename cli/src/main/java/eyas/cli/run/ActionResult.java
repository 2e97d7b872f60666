package eyas.cli.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a command on a task found.
 *
 * @param passed false when a gate failed (exit code 5)
 * @param values the JSON object: text, numbers, truth values, lists and maps of these, in the order
 *     in which they are shown
 */
public record ActionResult(boolean passed, Map<String, Object> values) {
  /** Keeps an immutable copy in order. */
  public ActionResult {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** Returns a result without a gate. */
  public static ActionResult of(Map<String, Object> values) {
    return new ActionResult(true, values);
  }
}
