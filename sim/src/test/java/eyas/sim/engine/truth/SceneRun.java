package eyas.sim.engine.truth;

import eyas.assets.scene.Base;
import eyas.assets.scene.Scene;
import eyas.assets.scene.SceneBody;
import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Quaternion;
import eyas.assets.spatial.Vec3;
import eyas.sim.engine.Engine;
import eyas.sim.engine.scene.AffineCommands;
import eyas.sim.engine.scene.SceneLayout;
import java.util.Arrays;

/** A scene in an engine: rows by what they mean, commands in their units. */
public final class SceneRun implements AutoCloseable {
  private static final double LARGEST_COMMAND = 1024;

  private final SceneLayout layout;
  private final Engine engine;
  private final int environments;
  private final float[] state;
  private final float[] parameters;
  private final float[] actions;
  private boolean started;

  SceneRun(Truth truth, Scene scene, int environments) {
    this.layout = new SceneLayout(scene);
    this.environments = environments;
    this.engine =
        truth.open(layout, AffineCommands.scaled(layout.commands(), LARGEST_COMMAND), environments);
    this.state = new float[layout.stateRows() * environments];
    this.parameters = new float[layout.parameterRows() * environments];
    this.actions = new float[layout.commands() * environments];
    float[] neutral = new float[layout.parameterRows()];
    layout.neutral(neutral);
    for (int e = 0; e < environments; e++) {
      for (int row = 0; row < neutral.length; row++) {
        parameters[row * environments + e] = neutral[row];
      }
      start(e);
    }
  }

  private void start(int e) {
    Scene scene = layout.scene();
    for (int r = 0; r < scene.robots().size(); r++) {
      if (scene.robots().get(r).base() == Base.FLOATING) {
        place(e, layout.baseRow(r), scene.robots().get(r).pose());
      }
    }
    for (int b = 0; b < scene.bodies().size(); b++) {
      SceneBody body = scene.bodies().get(b);
      place(e, layout.bodyRow(b), body.start());
    }
  }

  private void place(int e, int row, Pose pose) {
    Quaternion q = pose.orientation();
    set(e, row + SceneLayout.POSITION, pose.position().toArray());
    set(e, row + SceneLayout.ORIENTATION, q.w(), q.x(), q.y(), q.z());
  }

  SceneLayout layout() {
    return layout;
  }

  Engine engine() {
    return engine;
  }

  /** Sets rows of the state before the start. */
  SceneRun set(int environment, int row, double... values) {
    write(state, environment, row, values);
    return this;
  }

  /** Sets rows of the parameters before the start. */
  SceneRun parameter(int environment, int row, double... values) {
    write(parameters, environment, row, values);
    return this;
  }

  /** Moves a free body of the first environment [m/s, world]. */
  SceneRun moving(int body, double x, double y, double z) {
    return set(0, layout.bodyRow(body) + SceneLayout.VELOCITY, x, y, z);
  }

  /** Turns a free body of the first environment [rad/s, its axes]. */
  SceneRun turning(int body, double x, double y, double z) {
    return set(0, layout.bodyRow(body) + SceneLayout.ANGULAR_VELOCITY, x, y, z);
  }

  /** Sets the joints of the first robot in the first environment: positions, then speeds. */
  SceneRun joints(double... values) {
    return set(0, layout.positionRow(0), values);
  }

  /** Sets a command in its unit, in every environment. */
  SceneRun command(int command, double value) {
    Arrays.fill(
        actions,
        command * environments,
        (command + 1) * environments,
        (float) (value / LARGEST_COMMAND));
    return this;
  }

  private void write(float[] rows, int environment, int row, double... values) {
    for (int i = 0; i < values.length; i++) {
      rows[(row + i) * environments + environment] = (float) values[i];
    }
  }

  /** Advances by a whole number of control periods; the first call resets the engine. */
  SceneRun run(double seconds) {
    start();
    long periods = Math.round(seconds / layout.scene().controlPeriod());
    for (long k = 0; k < periods; k++) {
      engine.step(actions);
    }
    engine.state(state);
    return this;
  }

  /** Resets the engine to the rows as they are, once. */
  SceneRun start() {
    if (!started) {
      engine.reset(state, parameters);
      started = true;
    }
    return this;
  }

  /** Makes the next run start from the rows as they are. */
  SceneRun restart() {
    started = false;
    return this;
  }

  double get(int environment, int row) {
    return state[row * environments + environment];
  }

  float[] state() {
    return state.clone();
  }

  private Vec3 vector(int environment, int row) {
    return new Vec3(get(environment, row), get(environment, row + 1), get(environment, row + 2));
  }

  Vec3 position(int environment, int body) {
    return vector(environment, layout.bodyRow(body) + SceneLayout.POSITION);
  }

  Vec3 position(int body) {
    return position(0, body);
  }

  Vec3 velocity(int body) {
    return vector(0, layout.bodyRow(body) + SceneLayout.VELOCITY);
  }

  Quaternion orientation(int body) {
    int row = layout.bodyRow(body) + SceneLayout.ORIENTATION;
    return new Quaternion(get(0, row), get(0, row + 1), get(0, row + 2), get(0, row + 3));
  }

  /** Returns the angular velocity in the body's axes [rad/s]. */
  Vec3 rates(int body) {
    return vector(0, layout.bodyRow(body) + SceneLayout.ANGULAR_VELOCITY);
  }

  double joint(int joint) {
    return get(0, layout.positionRow(0) + joint);
  }

  double speed(int joint) {
    return get(0, layout.velocityRow(0) + joint);
  }

  @Override
  public void close() {
    engine.close();
  }
}
