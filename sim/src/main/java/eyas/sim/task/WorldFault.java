package eyas.sim.task;

import eyas.sim.device.DeviceBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * The first number in a world that was not finite, with all that is needed to compute it again.
 *
 * @param task task name
 * @param seed seed of the world
 * @param environment environment index
 * @param step step in its episode
 * @param row state row of the number
 * @param field what lies in that row, in words
 * @param before state rows before the step
 * @param parameters parameter rows
 * @param action action of the step
 * @param settings how the task was configured, {@link TaskModel#settings}
 */
public record WorldFault(
    String task,
    long seed,
    int environment,
    int step,
    int row,
    String field,
    float[] before,
    float[] parameters,
    float[] action,
    Map<String, Object> settings) {
  private static final int HEAD = 4;

  static int words(TaskDescription task) {
    return HEAD + task.stateRows() + task.parameterRows() + task.actions().size();
  }

  static Optional<WorldFault> read(DeviceBuffer buffer, TaskModel model, long seed) {
    TaskDescription task = model.description();
    int[] head = buffer.ints();
    if (head[0] == 0) {
      return Optional.empty();
    }
    float[] dump = buffer.floats();
    int parameters = HEAD + task.stateRows();
    int action = parameters + task.parameterRows();
    return Optional.of(
        new WorldFault(
            task.name(),
            seed,
            head[1],
            head[2],
            head[3],
            model.stateRow(head[3]),
            Arrays.copyOfRange(dump, HEAD, parameters),
            Arrays.copyOfRange(dump, parameters, action),
            Arrays.copyOfRange(dump, action, dump.length),
            model.settings()));
  }

  /** Returns what happened in one sentence. */
  public String sentence() {
    return "Environment %d of task %s has a number that is not finite in its %s (state row %d) at step %d (seed %d)."
        .formatted(environment, task, field, row, step, seed);
  }
}
