package eyas.cli.rehearsal;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What happened at a fault in flight.
 *
 * @param fault what was done
 * @param safe whether the robot stayed where it was, in the air, and the policy flew again after
 * @param letGo time after which the policy let go, {@code NaN} if it went on [s]
 * @param excursion largest distance from the place where the fault began [m]
 * @param lowest least height [m]
 * @param recovery how the policy came back
 * @param said why the policy let go, in its own words, or its state if it went on
 */
public record FaultResult(
    String fault,
    boolean safe,
    double letGo,
    double excursion,
    double lowest,
    String recovery,
    String said) {

  /** The result by name, for reports. */
  Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("safe", safe);
    values.put("policy", Double.isFinite(letGo) ? "let go" : "went on");
    if (Double.isFinite(letGo)) {
      values.put("letGoAfter", letGo);
    }
    values.put("excursion", excursion);
    values.put("lowest", lowest);
    values.put("recovery", recovery);
    values.put("said", said);
    return values;
  }
}
