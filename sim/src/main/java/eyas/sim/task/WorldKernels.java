package eyas.sim.task;

import eyas.sim.device.BufferScope;
import eyas.sim.device.KernelProgram;
import eyas.sim.device.KernelSource;
import eyas.sim.device.Lanes;
import eyas.sim.engine.lanes.LaneSources;

/** Puts a task's functions and the world's kernels together. */
public final class WorldKernels {
  private WorldKernels() {}

  /** Returns the shapes, lanes, random numbers and functions of a task, without any kernel. */
  public static KernelSource functions(TaskModel model, Lanes lanes) {
    return functions(model, lanes, 0);
  }

  private static KernelSource functions(TaskModel model, Lanes lanes, int offset) {
    TaskDescription task = model.description();
    KernelSource source =
        LaneSources.base(task.name(), lanes)
            .define("FIRST_ENVIRONMENT", offset)
            .define("STATE_ROWS", task.stateRows())
            .define("PARAMETER_ROWS", task.parameterRows())
            .define("EPISODE_STEPS", task.episodeSteps())
            .define("PERIOD", task.controlPeriod())
            .define("REWARD_TERMS", task.rewardTerms().size());
    return model.addTo(source);
  }

  /** Returns the whole program of a world. */
  static KernelSource program(TaskModel model, Lanes lanes, int offset) {
    TaskDescription task = model.description();
    ObservationGroup first = task.groups().get(0);
    StringBuilder kernels = new StringBuilder();
    task.groups()
        .forEach(g -> kernels.append("OBSERVE_KERNEL(" + kernelName(g) + ", " + g.size() + ")\n"));
    KernelSource source =
        functions(model, lanes, offset)
            .define("FIRST_GROUP", "task_observe_" + kernelName(first))
            .define("FIRST_GROUP_SIZE", first.size())
            .file(WorldKernels.class, "world_functions.cl")
            .file(WorldKernels.class, "world.cl")
            .text("groups of " + task.name(), kernels.toString());
    return LaneSources.withEngine(source);
  }

  static KernelProgram build(BufferScope scope, TaskModel model, Lanes lanes, int offset) {
    return scope.build(program(model, lanes, offset));
  }

  /** Returns the group's name as it stands in the names of kernels and functions. */
  public static String kernelName(ObservationGroup group) {
    return group.name().replace('-', '_');
  }
}
