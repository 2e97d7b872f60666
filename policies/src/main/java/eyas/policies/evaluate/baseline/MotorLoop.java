package eyas.policies.evaluate.baseline;

/** From a thrust direction to four motor commands. Mutable. */
final class MotorLoop implements InnerLoop {
  static final double MOST_HEADING_SHARE = 0.08;
  // signs of roll, pitch and yaw torque: front-right, back-right, back-left, front-left
  private static final int[][] SIGNS = {{-1, -1, -1}, {-1, 1, 1}, {1, 1, -1}, {1, -1, 1}};

  private final PositionLoop position;
  private final CascadeGains gains;
  private final CascadeTuning tuning;
  private final double[] authority;
  private final double[] error = new double[3];
  private final double[] share = new double[3];
  private final double[] speeds = new double[4];

  MotorLoop(NominalQuadrotor nominal, CascadeGains gains, CascadeTuning tuning) {
    this.position = new PositionLoop(nominal, gains, tuning);
    this.gains = gains;
    this.tuning = tuning;
    this.authority =
        new double[] {nominal.rollAuthority(), nominal.rollAuthority(), nominal.yawAuthority()};
  }

  @Override
  public void reset() {
    position.reset();
  }

  @Override
  public void act(float[] o, int at, float[] actions, int to) {
    position.update(o, at);
    TiltError.write(position.direction(), o, at, tuning.mostAngle(), error);
    for (int k = 0; k < 3; k++) {
      double most = k == 2 ? MOST_HEADING_SHARE : tuning.mostTiltShare();
      double wanted = acceleration(k, o[at + 15 + k]) / authority[k];
      share[k] = Math.max(-most, Math.min(most, wanted));
    }
    mix(actions, to);
    position.command(speeds);
  }

  private double acceleration(int k, double rate) {
    double[] gain = k == 2 ? gains.heading() : gains.tilt();
    double turning = 0;
    for (int i = 0; i < 4; i++) {
      turning += SIGNS[i][k] * NominalQuadrotor.thrustFraction(position.rotor(i)) / 4;
    }
    return gain[0] * error[k] - gain[1] * rate - gain[2] * turning * authority[k];
  }

  // the collective gives way to roll and pitch
  private void mix(float[] actions, int to) {
    double room = Math.abs(share[0]) + Math.abs(share[1]);
    double collective = Math.max(room + 0.03, Math.min(1 - room, position.fraction()));
    for (int i = 0; i < 4; i++) {
      double fraction = collective;
      for (int k = 0; k < 3; k++) {
        fraction += SIGNS[i][k] * share[k];
      }
      speeds[i] = NominalQuadrotor.speed(fraction);
      actions[to + i] = (float) (2 * speeds[i] - 1);
    }
  }
}
