package eyas.sim.engine;

import eyas.sim.task.quadrotor.QuadrotorLayout;
import java.util.Random;

/** State and parameter rows of a few quadrotors for tests, [row][environment]. */
public final class QuadrotorRows {
  /** Gravity of all engines [m/s²]. */
  public static final double GRAVITY = 9.81;

  private final QuadrotorLayout layout;
  private final int environments;
  private final float[] state;
  private final float[] parameters;
  private final float[] commands;

  /** Creates level, resting, nominal quadrotors: 1 kg, thrust-to-weight 3, arm 0.1 m. */
  public QuadrotorRows(QuadrotorLayout layout, int environments) {
    this.layout = layout;
    this.environments = environments;
    this.state = new float[layout.stateRows() * environments];
    this.parameters = new float[QuadrotorLayout.PARAMETER_ROWS * environments];
    this.commands = new float[4 * environments];
    for (int e = 0; e < environments; e++) {
      nominal(e);
    }
  }

  private void nominal(int e) {
    set(e, QuadrotorLayout.ATTITUDE, 1);
    mass(e, 1);
    thrust(e, 0.0320 * 7.3575, 0.1305 * 7.3575, 0.8375 * 7.3575);
    parameter(e, QuadrotorLayout.ARM, 0.1);
    parameter(e, QuadrotorLayout.TORQUE_CONSTANT, 0.02);
    inertia(e, 0.005, 0.006, 0.01);
    lag(e, 0.05, 0.1);
    parameter(e, QuadrotorLayout.TERM_POSITION, 100);
    parameter(e, QuadrotorLayout.INIT_POSITION, 1);
    parameter(e, QuadrotorLayout.RATE_GAIN, 0.02, 0.02, 0.15);
    parameter(e, QuadrotorLayout.RATE_DAMPING, 0.0005, 0.0005, 0.002);
  }

  /**
   * Draws states, quadrotors and disturbances; every environment differs. Delays are whole: engines
   * may treat a delay that ends within a period each in its own way.
   */
  public QuadrotorRows randomise(Random random) {
    for (int e = 0; e < environments; e++) {
      randomQuadrotor(e, random);
      randomState(e, random);
    }
    return this;
  }

  private void randomQuadrotor(int e, Random random) {
    double mass = Math.pow(uniform(random, 0.27, 1.7), 3);
    double force = uniform(random, 1.5, 5) * mass * GRAVITY / 4;
    double arm = 0.1 * Math.cbrt(mass);
    double inertia = Math.sqrt(2) * arm * force / uniform(random, 40, 600);
    mass(e, mass);
    thrust(e, 0.0320 * force, 0.1305 * force, 0.8375 * force);
    parameter(e, QuadrotorLayout.ARM, arm);
    parameter(e, QuadrotorLayout.TORQUE_CONSTANT, uniform(random, 0.005, 0.05));
    inertia(e, inertia, 1.024 * inertia, 1.854 * inertia);
    lag(e, uniform(random, 0.03, 0.1), uniform(random, 0.03, 0.3));
    parameter(e, QuadrotorLayout.DRAG, 0.1 * mass, 0.05 * mass);
    parameter(e, QuadrotorLayout.DELAY, random.nextInt(4));
    double authority = 4 * arm * force / inertia;
    parameter(e, QuadrotorLayout.RATE_GAIN, 12 / authority, 12 / authority, 30 / authority);
    parameter(e, QuadrotorLayout.RATE_DAMPING, 0.3 / authority, 0.3 / authority, 0.3 / authority);
    for (int axis = 0; axis < 3; axis++) {
      set(e, QuadrotorLayout.FORCE + axis, 0.2 * mass * random.nextGaussian());
      if (layout.disturbance()) {
        set(e, layout.torque() + axis, 0.5 * inertia * random.nextGaussian());
        set(e, layout.torque() + 3 + axis, 0.2 * mass * random.nextGaussian());
        set(e, layout.torque() + 6 + axis, 0.5 * inertia * random.nextGaussian());
      }
    }
  }

  private void randomState(int e, Random random) {
    double square = 0;
    double[] q = new double[4];
    for (int i = 0; i < 4; i++) {
      q[i] = random.nextGaussian() + (i == 0 ? 2 : 0);
      square += q[i] * q[i];
    }
    for (int i = 0; i < 4; i++) {
      set(e, QuadrotorLayout.ATTITUDE + i, q[i] / Math.sqrt(square));
      set(e, QuadrotorLayout.ROTORS + i, uniform(random, 0, 0.5));
      set(e, QuadrotorLayout.ACTION + i, uniform(random, -1.2, 1.2));
    }
    for (int axis = 0; axis < 3; axis++) {
      set(e, QuadrotorLayout.POSITION + axis, uniform(random, -1, 1));
      set(e, QuadrotorLayout.VELOCITY + axis, uniform(random, -1, 1));
      set(e, QuadrotorLayout.BODY_RATES + axis, uniform(random, -2, 2));
    }
    for (int i = 0; i < 8 && layout.delay(); i++) {
      set(e, layout.olderActions() + i, uniform(random, -1.2, 1.2));
    }
  }

  private static double uniform(Random random, double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /** Sets state rows from {@code row} on. */
  public QuadrotorRows set(int e, int row, double... values) {
    for (int i = 0; i < values.length; i++) {
      state[(row + i) * environments + e] = (float) values[i];
    }
    return this;
  }

  /** Sets parameter rows from {@code row} on. */
  public QuadrotorRows parameter(int e, int row, double... values) {
    for (int i = 0; i < values.length; i++) {
      parameters[(row + i) * environments + e] = (float) values[i];
    }
    return this;
  }

  /** Sets the mass [kg]. */
  public QuadrotorRows mass(int e, double mass) {
    return parameter(e, QuadrotorLayout.INVERSE_MASS, 1 / mass);
  }

  /** Sets the thrust curve [N]. */
  public QuadrotorRows thrust(int e, double c0, double c1, double c2) {
    return parameter(e, QuadrotorLayout.THRUST, c0, c1, c2);
  }

  /** Sets the principal inertias [kg m²]. */
  public QuadrotorRows inertia(int e, double x, double y, double z) {
    parameter(e, QuadrotorLayout.INVERSE_INERTIA, 1 / x, 1 / y, 1 / z);
    return parameter(e, QuadrotorLayout.INERTIA, x, y, z);
  }

  /** Sets the motors' time constants [s]. */
  public QuadrotorRows lag(int e, double rise, double fall) {
    return parameter(e, QuadrotorLayout.INVERSE_RISE, 1 / rise, 1 / fall);
  }

  /** Sets an environment's command, unclamped. */
  public QuadrotorRows command(int e, double... values) {
    for (int i = 0; i < 4; i++) {
      commands[i * environments + e] = (float) values[i];
    }
    return this;
  }

  /** Returns a value of the state. */
  public double get(int e, int row) {
    return state[row * environments + e];
  }

  /** Returns values of the state from {@code row} on. */
  public double[] get(int e, int row, int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = get(e, row + i);
    }
    return values;
  }

  /** Returns values of the parameters from {@code row} on. */
  public double[] parameters(int e, int row, int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = parameters[(row + i) * environments + e];
    }
    return values;
  }

  /** Pushes state and parameters into an engine. */
  public QuadrotorRows reset(Engine engine) {
    engine.reset(state, parameters);
    return this;
  }

  /** Advances an engine by {@code steps} of the present command and reads its state. */
  public QuadrotorRows fly(Engine engine, int steps) {
    for (int i = 0; i < steps; i++) {
      engine.step(commands);
    }
    engine.state(state);
    return this;
  }

  /** Returns a copy of the whole state. */
  public float[] snapshot() {
    return state.clone();
  }

  /** Returns the commands, [4][environments], to be written by tests. */
  public float[] commands() {
    return commands;
  }

  /** Returns the angular momentum in the world frame [kg m²/s]. */
  public double[] angularMomentum(int e) {
    double[] q = get(e, QuadrotorLayout.ATTITUDE, 4);
    double[] j = parameters(e, QuadrotorLayout.INERTIA, 3);
    double[] w = get(e, QuadrotorLayout.BODY_RATES, 3);
    return rotate(q, new double[] {j[0] * w[0], j[1] * w[1], j[2] * w[2]});
  }

  /** Returns the kinetic energy of rotation [J]. */
  public double spinEnergy(int e) {
    double[] j = parameters(e, QuadrotorLayout.INERTIA, 3);
    double[] w = get(e, QuadrotorLayout.BODY_RATES, 3);
    return 0.5 * (j[0] * w[0] * w[0] + j[1] * w[1] * w[1] + j[2] * w[2] * w[2]);
  }

  /** Rotates a vector by a quaternion (w, x, y, z): v + 2 w (u x v) + 2 u x (u x v). */
  public static double[] rotate(double[] q, double[] v) {
    double[] t = cross(new double[] {q[1], q[2], q[3]}, v);
    double[] s = cross(new double[] {q[1], q[2], q[3]}, t);
    double[] out = new double[3];
    for (int i = 0; i < 3; i++) {
      out[i] = v[i] + 2 * q[0] * t[i] + 2 * s[i];
    }
    return out;
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }
}
