package eyas.sim.task;

import java.util.List;

/** A task, found by {@link java.util.ServiceLoader}; configured by a preset and overrides. */
public interface Task {
  /** Returns the name on the command line, e.g. {@code quadrotor}. */
  String name();

  /** Returns the presets in the task's YAML. */
  List<String> presets();

  /**
   * Configures the task.
   *
   * @param preset one of {@link #presets()}
   * @param overrides {@code a.b=c} entries laid over the preset
   */
  TaskModel model(String preset, List<String> overrides);
}
