package eyas.sim.task;

import eyas.sim.device.KernelSource;
import eyas.sim.random.Philox;
import java.util.Map;

/**
 * A configured task: shapes, kernels and the distribution of its physical parameters. Immutable.
 */
public interface TaskModel {
  /** Returns the shapes. */
  TaskDescription description();

  /**
   * Returns {@code source} with the task's defines and its {@code task_*} functions added; the
   * functions are listed in docs/tasks.md.
   */
  KernelSource addTo(KernelSource source);

  /**
   * Draws the physical parameters of one environment.
   *
   * @param random the stream of that environment
   * @param out written, one value a parameter row
   */
  void sampleParameters(Philox random, float[] out);

  /** Returns what lies in a state row, in words. */
  default String stateRow(int row) {
    return "state row " + row;
  }

  /**
   * Returns how the task is configured, as text, numbers, truth values, lists and maps: what is
   * needed to create this model again.
   */
  default Map<String, Object> settings() {
    return Map.of();
  }
}
