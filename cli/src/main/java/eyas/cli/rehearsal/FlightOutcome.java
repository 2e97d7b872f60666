package eyas.cli.rehearsal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a mission ended.
 *
 * @param flew whether it was flown within its limits, and safely through all faults
 * @param failure what went wrong
 * @param course what was asked for
 * @param limits what counted as flown
 * @param figures what was measured
 * @param faults what was broken on the way, if anything
 * @param log what was seen
 * @param surroundings master, robot, policy: for reports
 */
public record FlightOutcome(
    boolean flew,
    Optional<String> failure,
    Course course,
    Limits limits,
    FlightFigures figures,
    List<FaultResult> faults,
    FlightLog log,
    Map<String, Object> surroundings) {

  /** The outcome by name: for {@code --json} and {@code report.json}. */
  public Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("flew", flew);
    failure.ifPresent(text -> values.put("failure", text));
    values.putAll(figures.values(course));
    values.put("limits", Map.of("hover", limits.hover(), "figureEight", limits.eight()));
    if (!faults.isEmpty()) {
      Map<String, Object> table = new LinkedHashMap<>();
      faults.forEach(fault -> table.put(fault.fault(), fault.values()));
      values.put("faults", table);
    }
    values.putAll(surroundings);
    return values;
  }

  /** What is out of its limits, or what went wrong, as one sentence. */
  public String verdict() {
    if (flew) {
      return "It flew.";
    }
    return failure.orElseGet(
        () ->
            faults.stream().allMatch(FaultResult::safe)
                ? "It flew, but not within its limits: hover %.3f m (at most %s), figure-eight %.3f m (at most %s)."
                    .formatted(
                        figures.hoverError(), limits.hover(), figures.eightError(), limits.eight())
                : "It was not safe at every fault.");
  }
}
