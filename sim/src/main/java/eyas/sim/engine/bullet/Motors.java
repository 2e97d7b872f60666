package eyas.sim.engine.bullet;

import eyas.sim.task.quadrotor.QuadrotorLayout;

/** Four rotors with first-order lag, solved exactly over a substep, and their thrust curves. */
final class Motors {
  private final double substep;
  private final double[] speed = new double[4];
  private final double[] thrust = new double[4];
  private final double[] curve = new double[3];
  private double riseDecay;
  private double fallDecay;

  Motors(double substep) {
    this.substep = substep;
  }

  /** Takes over rotor speeds, lag and thrust curve. */
  void reset(Rows state, Rows parameters) {
    for (int i = 0; i < 4; i++) {
      speed[i] = state.get(QuadrotorLayout.ROTORS + i);
    }
    for (int i = 0; i < 3; i++) {
      curve[i] = parameters.get(QuadrotorLayout.THRUST + i);
    }
    riseDecay = Math.exp(-substep * parameters.get(QuadrotorLayout.INVERSE_RISE));
    fallDecay = Math.exp(-substep * parameters.get(QuadrotorLayout.INVERSE_FALL));
  }

  /**
   * Advances by one substep; the thrust is that of the mean speed in it.
   *
   * @param setpoint wanted rotor speeds [0 to 1], [4]
   */
  void advance(double[] setpoint) {
    for (int i = 0; i < 4; i++) {
      double before = speed[i];
      double error = before - setpoint[i];
      double after = setpoint[i] + error * (error <= 0 ? riseDecay : fallDecay);
      speed[i] = Math.max(0, Math.min(1, after));
      double mean = (before + speed[i]) / 2;
      thrust[i] = curve[0] + mean * (curve[1] + mean * curve[2]);
    }
  }

  /** Returns the thrust of rotor {@code i} [N]: front right, back right, back left, front left. */
  double thrust(int i) {
    return thrust[i];
  }

  /** Writes the rotor speeds. */
  void write(Rows state) {
    for (int i = 0; i < 4; i++) {
      state.set(QuadrotorLayout.ROTORS + i, speed[i]);
    }
  }
}
