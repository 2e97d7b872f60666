package eyas.policies.evaluate.push;

import eyas.assets.policy.GateReport;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What became of the same starts in two physics engines.
 *
 * @param training scores in the training engine
 * @param second scores in JBullet
 * @param leastSuccess least success in JBullet that is asked for, 0 to 1
 * @param mostDrop largest loss of success from the one to the other that is allowed, 0 to 1
 * @param seed of the starts
 */
public record PushTransferReport(
    PushScores training, PushScores second, double leastSuccess, double mostDrop, long seed) {
  /** Returns whether both thresholds are met. */
  public boolean passed() {
    double success = second.success().estimate();
    return success >= leastSuccess && training.success().estimate() - success <= mostDrop;
  }

  /** Returns the result in one sentence. */
  public String summary() {
    return String.format(
        Locale.ROOT,
        "Policy '%s' %s the transfer gate: success %.1f %% in training and %.1f %% in JBullet; "
            + "at least %.1f %% and at most %.1f points below training are asked for.",
        training.policy(),
        passed() ? "passed" : "failed",
        100 * training.success().estimate(),
        100 * second.success().estimate(),
        100 * leastSuccess,
        100 * mostDrop);
  }

  /** Returns everything for a report. */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("policy", training.policy());
    map.put("passed", passed());
    map.put("successInTraining", training.success().estimate());
    map.put("successInJBullet", second.success().estimate());
    map.put("leastSuccess", leastSuccess);
    map.put("mostDrop", mostDrop);
    map.put("episodes", training.episodes().size());
    map.put("seed", seed);
    map.put("training", training.toMap());
    map.put("jbullet", second.toMap());
    return map;
  }

  /** Returns what a bundle keeps. */
  public GateReport gate() {
    return new GateReport(passed(), summary(), toMap());
  }
}
