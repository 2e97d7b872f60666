package eyas.sim.engine.reference;

import eyas.sim.engine.Engine;
import eyas.sim.engine.EngineException;
import eyas.sim.task.quadrotor.QuadrotorLayout;

/** {@link ReferenceDynamics} behind the engine contract: slow, in double precision inside. */
public final class ReferenceEngine implements Engine {
  private final QuadrotorLayout layout;
  private final ReferenceDynamics dynamics;
  private final double[][] states;
  private final double[][] parameters;

  /** Opens an engine with a control period of 10 ms. */
  public ReferenceEngine(QuadrotorLayout layout, int environments) {
    this(layout, environments, new ReferenceDynamics(layout));
  }

  /** Opens an engine on given dynamics, which must be of the same layout. */
  public ReferenceEngine(QuadrotorLayout layout, int environments, ReferenceDynamics dynamics) {
    this.layout = layout;
    this.dynamics = dynamics;
    this.states = new double[environments][layout.stateRows()];
    this.parameters = new double[environments][QuadrotorLayout.PARAMETER_ROWS];
  }

  @Override
  public String name() {
    return "reference";
  }

  @Override
  public int environments() {
    return states.length;
  }

  @Override
  public void reset(float[] state, float[] parameterRows) {
    EngineException.requireRows(name(), "state", state, layout.stateRows(), environments());
    EngineException.requireRows(
        name(), "parameter", parameterRows, QuadrotorLayout.PARAMETER_ROWS, environments());
    for (int e = 0; e < environments(); e++) {
      gather(state, e, states[e]);
      gather(parameterRows, e, parameters[e]);
    }
  }

  /**
   * Takes over the rows that an engine reads but does not own (disturbances, which the world
   * changes between steps); body, rotors and commands go on.
   *
   * @param state [stateRows][environments], not modified
   */
  @Override
  public void disturb(float[] state) {
    EngineException.requireRows(name(), "state", state, layout.stateRows(), environments());
    for (int e = 0; e < environments(); e++) {
      for (int row = QuadrotorLayout.FORCE; row < layout.stateRows(); row++) {
        boolean owned = row >= layout.olderActions() && row < layout.noiseRow();
        states[e][row] = owned ? states[e][row] : state[row * environments() + e];
      }
    }
  }

  @Override
  public void step(float[] commands) {
    EngineException.requireRows(name(), "command", commands, 4, environments());
    double[] command = new double[4];
    for (int e = 0; e < environments(); e++) {
      gather(commands, e, command);
      states[e] = dynamics.next(states[e], parameters[e], command);
    }
  }

  @Override
  public void state(float[] state) {
    EngineException.requireRows(name(), "state", state, layout.stateRows(), environments());
    for (int e = 0; e < environments(); e++) {
      for (int row = 0; row < layout.stateRows(); row++) {
        state[row * environments() + e] = (float) states[e][row];
      }
    }
  }

  private void gather(float[] rows, int environment, double[] out) {
    for (int row = 0; row < out.length; row++) {
      out[row] = rows[row * environments() + environment];
    }
  }

  /** Frees nothing: the state lives on the Java heap. */
  @Override
  public void close() {}
}
