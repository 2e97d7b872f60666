package eyas.sim.task;

import eyas.sim.device.DeviceBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * The first number in a world that was not finite, with all that is needed to compute it again.
 *
 * @param task task name
 * @param seed seed of the world
 * @param environment environment index
 * @param episode number of its episode
 * @param step step in its episode
 * @param row state row of the number; action rows and what a learner adds come after the state rows
 * @param field what lies in that row, in words
 * @param before state rows before the step
 * @param parameters parameter rows
 * @param action action of the step
 * @param after state rows after the step
 * @param settings how the task was configured, {@link TaskModel#settings}
 */
public record WorldFault(
    String task,
    long seed,
    int environment,
    int episode,
    int step,
    int row,
    String field,
    float[] before,
    float[] parameters,
    float[] action,
    float[] after,
    Map<String, Object> settings) {
  private static final int HEAD = 5;

  /** Returns the length of a fault record on the device [words]. */
  public static int words(TaskDescription task) {
    return HEAD + 2 * task.stateRows() + task.parameterRows() + task.actions().size();
  }

  /**
   * Reads a fault record: flag, environment, step, row and episode; then the state before the step,
   * the parameters, the action and the state after the step.
   *
   * @param row names a row
   */
  public static Optional<WorldFault> read(
      DeviceBuffer buffer, TaskModel model, long seed, IntFunction<String> row) {
    TaskDescription task = model.description();
    int[] head = buffer.ints();
    if (head[0] == 0) {
      return Optional.empty();
    }
    float[] dump = buffer.floats();
    int parameters = HEAD + task.stateRows();
    int action = parameters + task.parameterRows();
    int after = action + task.actions().size();
    return Optional.of(
        new WorldFault(
            task.name(),
            seed,
            head[1],
            head[4],
            head[2],
            head[3],
            row.apply(head[3]),
            Arrays.copyOfRange(dump, HEAD, parameters),
            Arrays.copyOfRange(dump, parameters, action),
            Arrays.copyOfRange(dump, action, after),
            Arrays.copyOfRange(dump, after, dump.length),
            model.settings()));
  }

  /** Returns what happened in one sentence. */
  public String sentence() {
    return "Environment %d of task %s has a number that is not finite in its %s (row %d) at step %d of episode %d (seed %d)."
        .formatted(environment, task, field, row, step, episode, seed);
  }
}
