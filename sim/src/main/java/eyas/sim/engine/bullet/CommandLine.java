package eyas.sim.engine.bullet;

import eyas.sim.task.quadrotor.QuadrotorLayout;

/**
 * The line between policy and motors: commands of the last four periods, and which of them has
 * arrived at a substep. Where the lane kernels blend two neighbouring commands, this line switches
 * from one to the next at the substep after the delay is over.
 */
final class CommandLine {
  private static final int AGES = 4;
  private static final double ROUNDING = 1e-4;

  private final QuadrotorLayout layout;
  private final int substeps;
  private final float[][] sent = new float[AGES][4];
  private double delay;

  /**
   * Creates a line.
   *
   * @param substeps substeps in a control period
   */
  CommandLine(QuadrotorLayout layout, int substeps) {
    this.layout = layout;
    this.substeps = substeps;
  }

  /** Takes over history and delay of one environment. */
  void reset(Rows state, double delayInPeriods) {
    delay = layout.delay() ? Math.max(0, Math.min(3, delayInPeriods)) : 0;
    state.get(QuadrotorLayout.ACTION, sent[1]);
    if (layout.delay()) {
      state.get(layout.olderActions(), sent[2]);
      state.get(layout.olderActions() + 4, sent[3]);
    }
  }

  /** Sends the command of this period, unclamped, [4]. */
  void send(Rows commands) {
    commands.get(0, sent[0]);
  }

  /** Returns component {@code k}, clamped to [-1, 1], of the command that rules a substep. */
  double arrived(int substep, int k) {
    double wait = delay - substep / (double) substeps;
    int age = Math.max(0, (int) Math.ceil(wait - ROUNDING));
    return Math.max(-1, Math.min(1, sent[age][k]));
  }

  /** Ends the period: every command grows older by one. */
  void age() {
    for (int i = AGES - 1; i > 0; i--) {
      System.arraycopy(sent[i - 1], 0, sent[i], 0, 4);
    }
  }

  /** Writes the history. */
  void write(Rows state) {
    state.set(QuadrotorLayout.ACTION, sent[1]);
    if (layout.delay()) {
      state.set(layout.olderActions(), sent[2]);
      state.set(layout.olderActions() + 4, sent[3]);
    }
  }
}
