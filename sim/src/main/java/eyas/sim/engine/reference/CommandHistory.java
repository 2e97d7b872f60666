package eyas.sim.engine.reference;

import eyas.sim.task.quadrotor.QuadrotorLayout;

/** Clamps, delays and remembers commands inside one environment's state. Immutable. */
record CommandHistory(QuadrotorLayout layout) {
  /**
   * Computes the command that acts during the step: commands of the last periods, each weighted by
   * hat(j - delay) with hat(x) = max(0, 1 - |x|).
   *
   * @param state [stateRows]
   * @param delay [control periods], 0 to 3
   * @param commands [4], unclamped
   * @param out written, [4]
   */
  void effective(double[] state, double delay, double[] commands, double[] out) {
    double lag = layout.delay() ? delay : 0;
    for (int k = 0; k < 4; k++) {
      out[k] = hat(lag) * clamp(commands[k]);
      for (int age = 1; age <= 3 && layout.delay(); age++) {
        out[k] += hat(age - lag) * clamp(state[row(age) + k]);
      }
    }
  }

  /** Moves every remembered command back by one period and stores {@code commands}, unclamped. */
  void push(double[] state, double[] commands) {
    if (layout.delay()) {
      System.arraycopy(state, row(2), state, row(3), 4);
      System.arraycopy(state, row(1), state, row(2), 4);
    }
    System.arraycopy(commands, 0, state, row(1), 4);
  }

  private int row(int age) {
    return age == 1 ? QuadrotorLayout.ACTION : layout.olderActions() + 4 * (age - 2);
  }

  private static double hat(double x) {
    return Math.max(0, 1 - Math.abs(x));
  }

  private static double clamp(double command) {
    return Math.max(-1, Math.min(1, command));
  }
}
