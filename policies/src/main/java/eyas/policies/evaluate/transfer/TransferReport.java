package eyas.policies.evaluate.transfer;

import eyas.assets.policy.GateReport;
import eyas.policies.evaluate.Interval;
import eyas.policies.evaluate.Statistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the transfer test found.
 *
 * @param policy name of the policy
 * @param settings what was asked for
 * @param flights number of flights in each engine
 * @param training success in the training engine, Wilson's interval
 * @param second success in JBullet, Wilson's interval
 * @param severities success by the strength of each perturbation
 */
public record TransferReport(
    String policy,
    GateSettings settings,
    int flights,
    Interval training,
    Interval second,
    List<Severity> severities) {
  /** Copies the list. */
  public TransferReport {
    severities = List.copyOf(severities);
  }

  static TransferReport of(String policy, GateSettings settings, TransferFlights flights) {
    int count = flights.training().size();
    return new TransferReport(
        policy,
        settings,
        count,
        Statistics.fractionInterval(TransferFlights.share(flights.training()), count),
        Statistics.fractionInterval(TransferFlights.share(flights.second()), count),
        Severity.split(flights));
  }

  /** Returns whether both thresholds are met. */
  public boolean passed() {
    return second.estimate() >= settings.leastSuccess()
        && training.estimate() - second.estimate() <= settings.mostDrop();
  }

  /** Returns the result in one sentence. */
  public String summary() {
    return String.format(
        Locale.ROOT,
        "Policy '%s' %s the transfer gate: success %.1f %% in training and %.1f %% in JBullet; "
            + "at least %.1f %% and at most %.1f points below training are asked for.",
        policy,
        passed() ? "passed" : "failed",
        100 * training.estimate(),
        100 * second.estimate(),
        100 * settings.leastSuccess(),
        100 * settings.mostDrop());
  }

  /** Returns the report as nested maps and lists of plain values, ready for JSON. */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("policy", policy);
    map.put("passed", passed());
    map.put("successInTraining", training.estimate());
    map.put("successInJBullet", second.estimate());
    map.put("leastSuccess", settings.leastSuccess());
    map.put("mostDrop", settings.mostDrop());
    map.put("flights", flights);
    map.put("seed", settings.seed());
    map.put("confidence95", confidence());
    map.put("perturbations", severities.stream().map(Severity::toMap).toList());
    return map;
  }

  private Map<String, Object> confidence() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("successInTraining", List.of(training.low(), training.high()));
    map.put("successInJBullet", List.of(second.low(), second.high()));
    return map;
  }

  /** Returns the report that seals a bundle. */
  public GateReport gate() {
    return new GateReport(passed(), summary(), toMap());
  }
}
