package eyas.sim.engine.opencl;

import eyas.sim.device.BufferScope;
import eyas.sim.device.ComputeDevice;
import eyas.sim.device.DeviceBuffer;
import eyas.sim.device.Kernel;
import eyas.sim.device.KernelSource;
import eyas.sim.device.Lanes;
import eyas.sim.engine.Engine;
import eyas.sim.engine.RateLoop;
import eyas.sim.engine.lanes.LaneSources;
import eyas.sim.task.quadrotor.QuadrotorLayout;
import eyas.sim.task.quadrotor.QuadrotorModel;

/**
 * The physics that policies train in, behind the engine contract: single precision, one step of RK4
 * a control period of 10 ms, many environments per work-item.
 */
public final class OpenClEngine implements Engine {
  private static final int ACTIONS = 4;

  private final QuadrotorLayout layout;
  private final int environments;
  private final Lanes lanes;
  private final BufferScope scope;
  private final DeviceBuffer state;
  private final DeviceBuffer parameters;
  private final DeviceBuffer commands;
  private final Kernel advance;
  private final LaneRows rows;

  /**
   * Opens an engine with the standard rate loop.
   *
   * @param device device, stays open
   * @param layout where each quantity lies in state and parameters
   * @param environments number of environments
   * @param lanes lane width of the kernel
   */
  public OpenClEngine(ComputeDevice device, QuadrotorLayout layout, int environments, Lanes lanes) {
    this.layout = layout;
    this.environments = environments;
    this.lanes = lanes;
    int padded = lanes.padded(environments);
    scope = device.scope("opencl engine");
    state = scope.allocate("state", (long) layout.stateRows() * padded);
    parameters = scope.allocate("parameters", (long) QuadrotorLayout.PARAMETER_ROWS * padded);
    commands = scope.allocate("commands", (long) ACTIONS * padded);
    advance = scope.build(source(layout, lanes)).kernel("engine_advance");
    advance.buffers(state, parameters, commands);
    rows = new LaneRows(name(), environments, lanes);
  }

  private static KernelSource source(QuadrotorLayout layout, Lanes lanes) {
    RateLoop loop = RateLoop.standard();
    KernelSource base =
        LaneSources.base("opencl engine", lanes)
            .define("STATE_ROWS", layout.stateRows())
            .define("PARAMETER_ROWS", QuadrotorLayout.PARAMETER_ROWS)
            .define("PERIOD", QuadrotorModel.PERIOD)
            .define("MAX_ROLL_RATE", loop.rollPitchRate())
            .define("MAX_YAW_RATE", loop.yawRate());
    return LaneSources.withEngine(QuadrotorModel.physics(base, layout));
  }

  @Override
  public String name() {
    return "opencl";
  }

  @Override
  public int environments() {
    return environments;
  }

  @Override
  public void reset(float[] newState, float[] newParameters) {
    rows.write("state", newState, layout.stateRows(), state);
    rows.write("parameter", newParameters, QuadrotorLayout.PARAMETER_ROWS, parameters);
  }

  @Override
  public void disturb(float[] disturbed) {
    int last = layout.torque() + (layout.disturbance() ? 9 : 0);
    for (int row = QuadrotorLayout.FORCE; row < last; row++) {
      rows.writeRow(disturbed, row, state);
    }
  }

  @Override
  public void step(float[] newCommands) {
    rows.write("command", newCommands, ACTIONS, commands);
    advance.run(lanes.padded(environments) / lanes.width());
  }

  @Override
  public void state(float[] out) {
    rows.read("state", state, layout.stateRows(), out);
  }

  @Override
  public void close() {
    scope.close();
  }
}
