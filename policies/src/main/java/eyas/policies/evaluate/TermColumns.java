package eyas.policies.evaluate;

import eyas.sim.task.ObservationGroup;
import eyas.sim.task.ObservationTerm;
import eyas.sim.task.TaskDescription;

/**
 * Where a term lies in the rows of an observation group.
 *
 * @param first first column
 * @param size number of columns
 * @param stride features of the whole group
 */
public record TermColumns(int first, int size, int stride) {
  /**
   * Finds a term.
   *
   * @param description the task
   * @param groupName observation group
   * @param term name of the term, e.g. {@code position}
   */
  public static TermColumns of(TaskDescription description, String groupName, String term) {
    ObservationGroup group = description.group(groupName);
    int column = 0;
    for (ObservationTerm candidate : group.terms()) {
      if (candidate.name().equals(term)) {
        return new TermColumns(column, candidate.size(), group.size());
      }
      column += candidate.size();
    }
    throw new EvaluationException(
        "Observation group '%s' of task '%s' has no term '%s'; it has %s."
            .formatted(
                groupName,
                description.name(),
                term,
                group.terms().stream().map(ObservationTerm::name).toList()));
  }

  /** Returns the index of a component of an environment's term. */
  public int index(int environment, int component) {
    return environment * stride + first + component;
  }

  /** Returns the Euclidean length of an environment's term. */
  public double length(float[] observations, int environment) {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      double value = observations[index(environment, i)];
      sum += value * value;
    }
    return Math.sqrt(sum);
  }
}
