package eyas.sim.engine.bullet;

import eyas.sim.engine.Engine;
import eyas.sim.engine.EngineException;
import eyas.sim.engine.RateLoop;
import eyas.sim.task.quadrotor.QuadrotorLayout;
import java.util.stream.IntStream;

/**
 * The second engine: one JBullet world per environment, 1 kHz by default. Environments are dealt to
 * a fixed number of threads and never meet, so results do not depend on the number of threads.
 */
public final class BulletEngine implements Engine {
  /** Length of a control period [s]. */
  public static final double PERIOD = 0.01;

  /** Length of a substep [s]. */
  public static final double SUBSTEP = 0.001;

  private final QuadrotorLayout layout;
  private final BulletQuadrotor[] quadrotors;
  private final float[] untouched;
  private final Workers workers;

  /** Opens an engine at 1 kHz with the standard rate loop and one thread per processor. */
  public BulletEngine(QuadrotorLayout layout, int environments) {
    this(
        layout,
        environments,
        SUBSTEP,
        RateLoop.standard(),
        Runtime.getRuntime().availableProcessors());
  }

  /**
   * Opens an engine.
   *
   * @param substep length of a substep [s]; a control period of 10 ms must be a multiple of it
   * @param rateLoop limits of the rate loop; unused when actions are motor commands
   * @param threads number of threads, at least 1
   */
  public BulletEngine(
      QuadrotorLayout layout, int environments, double substep, RateLoop rateLoop, int threads) {
    int substeps = (int) Math.round(PERIOD / substep);
    if (environments < 1 || substeps < 1 || Math.abs(substeps * substep - PERIOD) > 1e-9) {
      throw new EngineException(
          String.format(
              "Engine 'bullet' was given %d environments and a substep of %s s; at least one"
                  + " environment and a substep that divides %s s are needed.",
              environments, substep, PERIOD));
    }
    this.layout = layout;
    this.untouched = new float[layout.stateRows() * environments];
    this.workers = new Workers(environments, threads);
    this.quadrotors = new BulletQuadrotor[environments];
    workers.each(
        (from, to) -> {
          var collisions = FreeBodyWorld.Collisions.create();
          IntStream.range(from, to)
              .forEach(
                  e ->
                      quadrotors[e] =
                          new BulletQuadrotor(layout, collisions, PERIOD, substeps, rateLoop));
        });
  }

  @Override
  public String name() {
    return "bullet";
  }

  @Override
  public int environments() {
    return quadrotors.length;
  }

  @Override
  public void reset(float[] state, float[] parameters) {
    requireState(state);
    EngineException.requireRows(
        name(), "parameter", parameters, QuadrotorLayout.PARAMETER_ROWS, environments());
    System.arraycopy(state, 0, untouched, 0, state.length);
    workers.each(
        (from, to) -> {
          Rows in = new Rows();
          Rows fixed = new Rows();
          for (int e = from; e < to; e++) {
            quadrotors[e].reset(
                in.at(state, e, environments()), fixed.at(parameters, e, environments()));
          }
        });
  }

  /**
   * Takes over the rows that an engine reads but does not own (disturbances, which the world
   * changes between steps); body, rotors, commands and what the flight controller remembers go on.
   *
   * @param state [stateRows][environments], not modified
   */
  @Override
  public void disturb(float[] state) {
    requireState(state);
    System.arraycopy(state, 0, untouched, 0, state.length);
    workers.each(
        (from, to) -> {
          Rows in = new Rows();
          for (int e = from; e < to; e++) {
            quadrotors[e].disturb(in.at(state, e, environments()));
          }
        });
  }

  @Override
  public void step(float[] commands) {
    EngineException.requireRows(name(), "command", commands, 4, environments());
    workers.each(
        (from, to) -> {
          Rows in = new Rows();
          for (int e = from; e < to; e++) {
            quadrotors[e].step(in.at(commands, e, environments()));
          }
        });
  }

  @Override
  public void state(float[] state) {
    requireState(state);
    System.arraycopy(untouched, 0, state, 0, state.length);
    Rows out = new Rows();
    for (int e = 0; e < environments(); e++) {
      quadrotors[e].write(out.at(state, e, environments()));
    }
  }

  private void requireState(float[] state) {
    EngineException.requireRows(name(), "state", state, layout.stateRows(), environments());
  }

  /** Ends the threads. */
  @Override
  public void close() {
    workers.close();
  }
}
