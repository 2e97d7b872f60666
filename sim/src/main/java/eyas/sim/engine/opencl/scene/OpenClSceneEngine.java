package eyas.sim.engine.opencl.scene;

import eyas.sim.device.BufferScope;
import eyas.sim.device.ComputeDevice;
import eyas.sim.device.DeviceBuffer;
import eyas.sim.device.Kernel;
import eyas.sim.device.KernelSource;
import eyas.sim.device.Lanes;
import eyas.sim.engine.Engine;
import eyas.sim.engine.EngineException;
import eyas.sim.engine.lanes.LaneSources;
import eyas.sim.engine.opencl.LaneRows;
import eyas.sim.engine.scene.CommandMap;
import eyas.sim.engine.scene.SceneLayout;

/**
 * The rigid-body engine that policies train in, behind the engine contract: any scene, single
 * precision, many environments per work-item. It owns every row of a {@link SceneLayout}.
 */
public final class OpenClSceneEngine implements Engine {
  private final SceneLayout layout;
  private final CommandMap map;
  private final int environments;
  private final Lanes lanes;
  private final BufferScope scope;
  private final DeviceBuffer state;
  private final DeviceBuffer parameters;
  private final DeviceBuffer commands;
  private final Kernel advance;
  private final LaneRows rows;
  private final float[] mapped;

  /**
   * Opens an engine.
   *
   * @param device device, stays open
   * @param layout scene and its rows
   * @param map from actions to the scene's commands
   * @param environments number of environments
   * @param lanes lane width of the kernel
   */
  public OpenClSceneEngine(
      ComputeDevice device, SceneLayout layout, CommandMap map, int environments, Lanes lanes) {
    if (map.commands() != layout.commands()) {
      throw new EngineException(
          String.format(
              "The map of actions gives %d commands, but scene '%s' takes %d. Give each actuator"
                  + " of the scene its commands.",
              map.commands(), layout.scene().name(), layout.commands()));
    }
    this.layout = layout;
    this.map = map;
    this.environments = environments;
    this.lanes = lanes;
    int padded = lanes.padded(environments);
    scope = device.scope("opencl scene engine");
    state = scope.allocate("state", (long) layout.stateRows() * padded);
    parameters = scope.allocate("parameters", (long) layout.parameterRows() * padded);
    commands = scope.allocate("commands", (long) Math.max(1, layout.commands()) * padded);
    advance = scope.build(source(layout, lanes)).kernel("scene_engine_advance");
    advance.buffers(state, parameters, commands);
    rows = new LaneRows(name(), environments, lanes);
    mapped = new float[layout.commands() * environments];
  }

  private static KernelSource source(SceneLayout layout, Lanes lanes) {
    KernelSource base = LaneSources.base("scene " + layout.scene().name(), lanes);
    return SceneSource.addTo(base, layout).file(OpenClSceneEngine.class, "engine.cl");
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
    rows.write("parameter", newParameters, layout.parameterRows(), parameters);
  }

  /** Checks the size; a scene has no row that the engine does not own. */
  @Override
  public void disturb(float[] disturbed) {
    EngineException.requireRows(name(), "state", disturbed, layout.stateRows(), environments);
  }

  @Override
  public void step(float[] actions) {
    EngineException.requireRows(name(), "action", actions, map.actions(), environments);
    map.commands(actions, environments, mapped);
    rows.write("command", mapped, layout.commands(), commands);
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
