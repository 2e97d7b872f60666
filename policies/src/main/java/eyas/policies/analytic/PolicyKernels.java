package eyas.policies.analytic;

import eyas.sim.device.KernelSource;
import eyas.sim.device.Lanes;
import eyas.sim.task.LaneWorld;
import eyas.sim.task.TaskModel;
import eyas.sim.task.WorldKernels;

/** The start of every program that runs a policy inside the world. */
final class PolicyKernels {
  private PolicyKernels() {}

  static KernelSource world(TaskModel model, Lanes lanes) {
    return WorldKernels.functions(model, lanes).file(LaneWorld.class, "world_functions.cl");
  }
}
