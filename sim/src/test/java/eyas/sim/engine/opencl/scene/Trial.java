package eyas.sim.engine.opencl.scene;

import eyas.assets.scene.Scene;
import eyas.assets.scene.SceneBody;
import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Quaternion;
import eyas.assets.spatial.Vec3;
import eyas.sim.device.ComputeDevice;
import eyas.sim.device.Lanes;
import eyas.sim.engine.scene.SceneLayout;

/** A scene of few environments that runs on the OpenCL engine. */
final class Trial implements AutoCloseable {
  final SceneLayout layout;
  final float[] state;
  final float[] parameters;
  private final ComputeDevice device = ComputeDevice.open("auto");
  private final OpenClSceneEngine engine;
  private final int environments;
  private final float[] commands;

  Trial(Scene scene, int environments, int lanes) {
    this.layout = new SceneLayout(scene);
    this.environments = environments;
    int n = layout.commands();
    engine = new OpenClSceneEngine(device, layout, new Plain(n), environments, Lanes.of(lanes));
    state = new float[layout.stateRows() * environments];
    parameters = new float[layout.parameterRows() * environments];
    commands = new float[n * environments];
    float[] neutral = new float[layout.parameterRows()];
    layout.neutral(neutral);
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = neutral[i / environments];
    }
    for (int b = 0; b < scene.bodies().size(); b++) {
      SceneBody body = scene.bodies().get(b);
      for (int e = 0; e < environments; e++) {
        place(b, e, body.start());
      }
    }
  }

  /** Actions that are commands. */
  private record Plain(int commands) implements eyas.sim.engine.scene.CommandMap {
    @Override
    public int actions() {
      return commands;
    }

    @Override
    public void commands(float[] actions, int environments, float[] out) {
      System.arraycopy(actions, 0, out, 0, actions.length);
    }
  }

  void place(int body, int e, Pose pose) {
    Vec3 p = pose.position();
    Quaternion q = pose.orientation();
    double[] numbers = {p.x(), p.y(), p.z(), q.w(), q.x(), q.y(), q.z()};
    for (int i = 0; i < 7; i++) {
      set(layout.bodyRow(body) + i, e, numbers[i]);
    }
  }

  void set(int row, int e, double value) {
    state[row * environments + e] = (float) value;
  }

  double get(int row, int e) {
    return state[row * environments + e];
  }

  void parameter(int row, int e, double value) {
    parameters[row * environments + e] = (float) value;
  }

  void command(int command, int e, double value) {
    commands[command * environments + e] = (float) value;
  }

  Pose pose(int body, int e) {
    int row = layout.bodyRow(body);
    return new Pose(
        new Vec3(get(row, e), get(row + 1, e), get(row + 2, e)),
        new Quaternion(get(row + 3, e), get(row + 4, e), get(row + 5, e), get(row + 6, e)));
  }

  Vec3 velocity(int body, int e) {
    int row = layout.bodyRow(body) + SceneLayout.VELOCITY;
    return new Vec3(get(row, e), get(row + 1, e), get(row + 2, e));
  }

  Vec3 spin(int body, int e) {
    int row = layout.bodyRow(body) + SceneLayout.ANGULAR_VELOCITY;
    return new Vec3(get(row, e), get(row + 1, e), get(row + 2, e));
  }

  /** Begins with the rows as they are. */
  void reset() {
    engine.reset(state, parameters);
  }

  /** Advances by so many control periods and reads the state. */
  Trial run(int periods) {
    for (int i = 0; i < periods; i++) {
      engine.step(commands);
    }
    engine.state(state);
    return this;
  }

  @Override
  public void close() {
    engine.close();
    device.close();
  }
}
