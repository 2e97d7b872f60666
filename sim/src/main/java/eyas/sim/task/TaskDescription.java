package eyas.sim.task;

import java.util.List;

/**
 * The shapes of a task.
 *
 * @param name task name
 * @param robot robot kind
 * @param controlPeriod time between actions [s]
 * @param episodeSteps steps until an episode is truncated
 * @param actions action names in order
 * @param groups observation groups
 * @param rewardTerms names of the parts of the reward
 * @param stateRows rows of the state buffer
 * @param parameterRows rows of the parameter buffer
 * @param differentiable whether the task's kernels have adjoints
 */
public record TaskDescription(
    String name,
    String robot,
    double controlPeriod,
    int episodeSteps,
    List<String> actions,
    List<ObservationGroup> groups,
    List<String> rewardTerms,
    int stateRows,
    int parameterRows,
    boolean differentiable) {
  /** Copies the lists. */
  public TaskDescription {
    actions = List.copyOf(actions);
    groups = List.copyOf(groups);
    rewardTerms = List.copyOf(rewardTerms);
  }

  /** Returns the group of a name. */
  public ObservationGroup group(String groupName) {
    return groups.stream()
        .filter(group -> group.name().equals(groupName))
        .findFirst()
        .orElseThrow(() -> unknown(groupName));
  }

  private TaskException unknown(String groupName) {
    return new TaskException(
        "Task '"
            + name
            + "' has no observation group '"
            + groupName
            + "'; it has "
            + groups.stream().map(ObservationGroup::name).toList()
            + ".");
  }
}
