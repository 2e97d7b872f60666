package eyas.sim.engine.reference;

import static eyas.sim.task.quadrotor.QuadrotorLayout.ATTITUDE;
import static eyas.sim.task.quadrotor.QuadrotorLayout.BODY_ROWS;
import static eyas.sim.task.quadrotor.QuadrotorLayout.DELAY;
import static eyas.sim.task.quadrotor.QuadrotorLayout.ROTORS;

import eyas.sim.engine.RateLoop;
import eyas.sim.task.quadrotor.QuadrotorLayout;

/**
 * One control period of one quadrotor as a pure function in double precision: Newton–Euler
 * equations, first-order motors, classical fourth-order Runge–Kutta in a single step, quaternion
 * normalised and rotor speeds clamped to [0, 1] afterwards. Immutable and thread-safe; differences
 * of it are the truth for every gradient.
 */
public final class ReferenceDynamics {
  /** Length of a control period [s]. */
  public static final double PERIOD = 0.01;

  private final QuadrotorLayout layout;
  private final double period;
  private final RateLoop rateLoop;
  private final CommandHistory history;

  /** Creates the dynamics with a control period of 10 ms and the standard rate loop. */
  public ReferenceDynamics(QuadrotorLayout layout) {
    this(layout, PERIOD, RateLoop.standard());
  }

  /**
   * Creates the dynamics.
   *
   * @param layout where each quantity lies in state and parameters
   * @param period control period [s], also the integration step
   * @param rateLoop limits of the rate loop; unused when actions are motor commands
   */
  public ReferenceDynamics(QuadrotorLayout layout, double period, RateLoop rateLoop) {
    this.layout = layout;
    this.period = period;
    this.rateLoop = rateLoop;
    this.history = new CommandHistory(layout);
  }

  /**
   * Returns the state one control period later.
   *
   * @param state [stateRows], not modified
   * @param parameters [parameterRows], not modified
   * @param commands [4], unclamped, not modified
   * @return [stateRows]; rows that no engine owns are copied
   */
  public double[] next(double[] state, double[] parameters, double[] commands) {
    double[] effective = new double[4];
    history.effective(state, parameters[DELAY], commands, effective);
    var derivative = new QuadrotorDerivative(layout, rateLoop, state, parameters, effective);
    double[] next = state.clone();
    integrate(derivative, state, next);
    normalise(next);
    for (int rotor = ROTORS; rotor < ROTORS + 4; rotor++) {
      next[rotor] = Math.max(0, Math.min(1, next[rotor]));
    }
    history.push(next, commands);
    return next;
  }

  // classical RK4; next starts as a copy of state and collects the weighted slopes
  private void integrate(QuadrotorDerivative derivative, double[] state, double[] next) {
    double[] at = state.clone();
    double[] slope = new double[BODY_ROWS];
    double[] reach = {period / 2, period / 2, period, 0};
    double[] weight = {period / 6, period / 3, period / 3, period / 6};
    for (int stage = 0; stage < 4; stage++) {
      derivative.of(at, slope);
      for (int i = 0; i < BODY_ROWS; i++) {
        next[i] += weight[stage] * slope[i];
        at[i] = state[i] + reach[stage] * slope[i];
      }
    }
  }

  private static void normalise(double[] state) {
    double square = 0;
    for (int i = ATTITUDE; i < ATTITUDE + 4; i++) {
      square += state[i] * state[i];
    }
    double scale = 1 / Math.sqrt(square);
    for (int i = ATTITUDE; i < ATTITUDE + 4; i++) {
      state[i] *= scale;
    }
  }
}
