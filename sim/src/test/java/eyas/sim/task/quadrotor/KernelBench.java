package eyas.sim.task.quadrotor;

import eyas.sim.device.BufferScope;
import eyas.sim.device.ComputeDevice;
import eyas.sim.device.DeviceBuffer;
import eyas.sim.device.Kernel;
import eyas.sim.device.KernelProgram;
import eyas.sim.device.Lanes;
import eyas.sim.task.TaskModel;
import eyas.sim.task.WorldKernels;

/** Runs a task's functions on arrays [row][environment]. */
final class KernelBench implements AutoCloseable {
  private final BufferScope scope;
  private final KernelProgram program;
  private final Lanes lanes;
  private final int environments;

  KernelBench(ComputeDevice device, TaskModel model, Lanes lanes, int environments) {
    this.lanes = lanes;
    this.environments = environments;
    scope = device.scope("bench");
    program =
        scope.build(WorldKernels.functions(model, lanes).file(KernelBench.class, "adjoints.cl"));
  }

  /** Runs a kernel and reads every buffer back into its array. */
  void run(String name, float[]... rows) {
    Kernel kernel = program.kernel(name);
    DeviceBuffer[] buffers = new DeviceBuffer[rows.length];
    for (int i = 0; i < rows.length; i++) {
      buffers[i] = scope.allocate(name + " " + i, rows[i].length);
      buffers[i].write(0, rows[i]);
    }
    kernel.buffers(buffers).run(lanes.groups(environments));
    for (int i = 0; i < rows.length; i++) {
      buffers[i].read(0, rows[i]);
    }
  }

  @Override
  public void close() {
    scope.close();
  }
}
