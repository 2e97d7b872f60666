package eyas.policies.analytic;

import eyas.outside.CartsModel;
import eyas.sim.device.BufferScope;
import eyas.sim.device.ComputeDevice;
import eyas.sim.device.DeviceBuffer;
import eyas.sim.device.KernelProgram;
import eyas.sim.device.KernelSource;
import eyas.sim.device.Lanes;

/** Runs a fused network on a given sequence and sums its weight gradients as a window does. */
final class NetworkBench implements AutoCloseable {
  private static final int PARTS = 2;

  private final BufferScope scope;
  private final LaneNetwork network;
  private final KernelProgram program;
  private final Lanes lanes;
  private final int environments;
  private final int steps;

  /** What comes out; arrays are [step][feature][environment], the gradient as the weights. */
  record Result(float[] outputs, float[] inputAdjoints, float[] gradient) {}

  NetworkBench(
      ComputeDevice device, LaneNetwork network, Lanes lanes, int environments, int steps) {
    this.network = network;
    this.lanes = lanes;
    this.environments = environments;
    this.steps = steps;
    scope = device.scope("network bench");
    KernelSource world =
        PolicyKernels.world(new CartsModel(true), lanes)
            .define("MEMBER_GROUPS", lanes.groups(environments))
            .define("PARTS", PARTS)
            .define("TAUGHT", 0)
            .define("NET_OBSERVE", "task_observe_encoders")
            .define("NET_OBSERVE_ADJOINT", "task_observe_encoders_adjoint");
    program =
        scope.build(
            network
                .addTo(world)
                .file(WindowProgram.class, "gradient.cl")
                .file(WindowProgram.class, "window.cl")
                .file(NetworkBench.class, "network.cl"));
  }

  Result run(float[] weights, float[] sequence, float[] adjoints) {
    int stateRows = 9;
    int tapeRows = (network.rows() + stateRows + 4 + 1) | 1;
    DeviceBuffer tape = scope.allocate("tape", (long) steps * tapeRows * environments);
    DeviceBuffer partial = scope.allocate("partial", (long) PARTS * weights.length * lanes.width());
    DeviceBuffer gradient = scope.allocate("gradient", weights.length);
    DeviceBuffer outputs = scope.allocate("outputs", adjoints.length);
    DeviceBuffer inputAdjoints = scope.allocate("input adjoints", sequence.length);
    int groups = lanes.groups(environments);
    program
        .kernel("network_window")
        .buffers(
            put("weights", weights),
            tape,
            put("inputs", sequence),
            outputs,
            put("adjoints", adjoints),
            inputAdjoints)
        .set(6, steps)
        .run(groups, 1);
    program
        .kernel("window_gradient")
        .buffers(tape, partial)
        .set(2, steps)
        .set(3, groups)
        .run(PARTS, 1);
    program.kernel("window_reduce").buffers(partial, gradient).set(2, 1f).run(weights.length);
    return new Result(outputs.floats(), inputAdjoints.floats(), gradient.floats());
  }

  private DeviceBuffer put(String name, float[] values) {
    DeviceBuffer buffer = scope.allocate(name, values.length);
    buffer.write(0, values);
    return buffer;
  }

  @Override
  public void close() {
    scope.close();
  }
}
