package eyas.sim.engine.agreement;

import eyas.sim.engine.scene.SceneLayout;
import eyas.sim.random.Philox;

/**
 * Random pushes: where the box stands before the pusher, its yaw, mass and frictions, and the speed
 * and yaw rate of the robot.
 */
final class PushTrials {
  private static final int STREAM = 77;
  private static final int ROBOT = 3;

  private final SceneLayout layout;
  private final int count;
  private final float[] state;
  private final float[] parameters;
  private final float[] commands;

  PushTrials(SceneLayout layout, int count, long seed) {
    this.layout = layout;
    this.count = count;
    this.state = new float[layout.stateRows() * count];
    this.parameters = new float[layout.parameterRows() * count];
    this.commands = new float[layout.commands() * count];
    float[] neutral = new float[layout.parameterRows()];
    layout.neutral(neutral);
    for (int e = 0; e < count; e++) {
      for (int row = 0; row < neutral.length; row++) {
        set(parameters, e, row, neutral[row]);
      }
      draw(e, new Philox(seed, e, 0, 0, STREAM));
    }
  }

  private void draw(int e, Philox random) {
    place(e, random);
    int box = layout.solidParameters(layout.solids().size() - 1);
    set(
        parameters,
        e,
        box + SceneLayout.MASS_FACTOR,
        random.uniform(0.2, 0.6) / PushScene.BOX_MASS);
    // the root of the product of two coefficients gives the wanted one of each pair
    double floor = random.uniform(0.3, 0.6) / PushScene.FRICTION;
    double robot = random.uniform(0.2, 0.5) / PushScene.FRICTION;
    set(parameters, e, box + SceneLayout.FRICTION_FACTOR, floor * floor);
    set(
        parameters,
        e,
        layout.solidParameters(ROBOT) + SceneLayout.FRICTION_FACTOR,
        robot * robot / (floor * floor));
    set(commands, e, 0, random.uniform(0.12, 0.3));
    set(commands, e, 1, random.uniform(-0.4, 0.4));
  }

  // anywhere before the pusher's face, a small way off
  private void place(int e, Philox random) {
    double yaw = random.uniform(-Math.PI / 4, Math.PI / 4);
    double reach = PushScene.HALF * (Math.cos(yaw) + Math.abs(Math.sin(yaw)));
    int row = layout.bodyRow(0);
    set(state, e, row, PushScene.FACE + reach + random.uniform(0.002, 0.03));
    set(state, e, row + 1, random.uniform(-0.07, 0.07));
    set(state, e, row + 2, PushScene.HALF);
    set(state, e, row + SceneLayout.ORIENTATION, Math.cos(yaw / 2));
    set(state, e, row + SceneLayout.ORIENTATION + 3, Math.sin(yaw / 2));
  }

  private void set(float[] rows, int e, int row, double value) {
    rows[row * count + e] = (float) value;
  }

  float[] state() {
    return state.clone();
  }

  float[] parameters() {
    return parameters.clone();
  }

  /** Returns the actions of a map that scales by 1. */
  float[] commands() {
    return commands.clone();
  }

  int count() {
    return count;
  }

  /** Returns where the box of a trial is: x, y [m], yaw [rad]. */
  double[] box(float[] rows, int e) {
    int row = layout.bodyRow(0);
    double w = rows[(row + SceneLayout.ORIENTATION) * count + e];
    double z = rows[(row + SceneLayout.ORIENTATION + 3) * count + e];
    return new double[] {rows[row * count + e], rows[(row + 1) * count + e], 2 * Math.atan2(z, w)};
  }
}
