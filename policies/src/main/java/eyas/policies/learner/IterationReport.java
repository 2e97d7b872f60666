package eyas.policies.learner;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one iteration of a learner did.
 *
 * @param iteration number of this iteration, from 1
 * @param environmentSteps environment steps since the learner was created
 * @param metrics figures by name, in the order in which they should be shown
 * @param secondsCollecting time in the simulator and the acting policy [s]
 * @param secondsLearning time in the gradient and the optimizer [s]
 */
public record IterationReport(
    long iteration,
    long environmentSteps,
    Map<String, Double> metrics,
    double secondsCollecting,
    double secondsLearning) {
  /** Copies the metrics and keeps their order. */
  public IterationReport {
    metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
  }
}
