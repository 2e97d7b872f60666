package eyas.sim.engine.bullet.scene;

import eyas.sim.engine.Engine;
import eyas.sim.engine.EngineException;
import eyas.sim.engine.bullet.Rows;
import eyas.sim.engine.bullet.Workers;
import eyas.sim.engine.scene.CommandMap;
import eyas.sim.engine.scene.SceneLayout;

/**
 * Scenes in JBullet, one world for each environment. State and parameters lie as {@link
 * SceneLayout} says; a task may have more rows behind them, which are left alone. Environments are
 * dealt to a fixed number of threads and never meet, so results do not depend on that number.
 *
 * <p>{@link #reset} builds the worlds anew, for their parameters, and forgets all contacts.
 */
public final class BulletSceneEngine implements Engine {
  private final SceneLayout layout;
  private final CommandMap map;
  private final Precision precision;
  private final ContactRules rules;
  private final BulletScene[] scenes;
  private final float[] commands;
  private final Workers workers;
  private float[] untouched = new float[0];

  /** Opens an engine with the standard precision and one thread per processor. */
  public BulletSceneEngine(SceneLayout layout, CommandMap map, int environments) {
    this(
        layout,
        map,
        environments,
        Precision.standard(),
        Runtime.getRuntime().availableProcessors());
  }

  /**
   * Opens an engine.
   *
   * @param layout the scene and its rows
   * @param map actions to commands
   * @param environments number of environments, at least 1
   * @param precision steps and iterations
   * @param threads number of threads, at least 1
   */
  public BulletSceneEngine(
      SceneLayout layout, CommandMap map, int environments, Precision precision, int threads) {
    if (environments < 1 || map.commands() != layout.commands()) {
      throw new EngineException(
          String.format(
              "Engine 'bullet' was given %d environments and a map to %d commands; it needs at"
                  + " least one environment, and scene `%s` takes %d commands.",
              environments, map.commands(), layout.scene().name(), layout.commands()));
    }
    this.layout = layout;
    this.map = map;
    this.precision = precision;
    this.rules = new ContactRules(layout);
    this.scenes = new BulletScene[environments];
    this.commands = new float[map.commands() * environments];
    this.workers = new Workers(environments, threads);
  }

  @Override
  public String name() {
    return "bullet";
  }

  @Override
  public int environments() {
    return scenes.length;
  }

  @Override
  public void reset(float[] state, float[] parameters) {
    requireRows("state", state, layout.stateRows());
    requireRows("parameter", parameters, layout.parameterRows());
    untouched = state.clone();
    workers.each(
        (from, to) -> {
          var collisions = BulletWorld.Collisions.create();
          Rows in = new Rows();
          Rows fixed = new Rows();
          for (int e = from; e < to; e++) {
            fixed.at(parameters, e, environments());
            scenes[e] = new BulletScene(layout, rules, fixed, collisions, precision);
            scenes[e].place(in.at(state, e, environments()));
          }
        });
  }

  @Override
  public void disturb(float[] state) {
    requireRows("state", state, layout.stateRows());
    untouched = state.clone();
  }

  @Override
  public void step(float[] actions) {
    EngineException.requireRows(name(), "action", actions, map.actions(), environments());
    requireReset();
    map.commands(actions, environments(), commands);
    workers.each(
        (from, to) -> {
          Rows in = new Rows();
          for (int e = from; e < to; e++) {
            scenes[e].step(in.at(commands, e, environments()));
          }
        });
  }

  @Override
  public void state(float[] state) {
    requireReset();
    EngineException.requireRows(
        name(), "state", state, untouched.length / environments(), environments());
    System.arraycopy(untouched, 0, state, 0, state.length);
    Rows out = new Rows();
    for (int e = 0; e < environments(); e++) {
      scenes[e].write(out.at(state, e, environments()));
    }
  }

  private void requireReset() {
    if (untouched.length == 0) {
      throw new EngineException("Engine 'bullet' has no state yet; reset it first.");
    }
  }

  // a task may have more rows behind those of the scene
  private void requireRows(String what, float[] values, int rows) {
    int given = values.length / environments();
    EngineException.requireRows(name(), what, values, Math.max(rows, given), environments());
  }

  /** Ends the threads. */
  @Override
  public void close() {
    workers.close();
  }
}
