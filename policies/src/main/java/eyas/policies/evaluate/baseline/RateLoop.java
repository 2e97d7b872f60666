package eyas.policies.evaluate.baseline;

import java.util.Arrays;

/** From a thrust direction to collective thrust and body rates. Mutable. */
final class RateLoop implements InnerLoop {
  private static final double MOST_ANGLE = 1.5;

  private final PositionLoop position;
  private final double[] gain;
  private final double[] most;
  private final double[] error = new double[3];
  private final double[] speeds = new double[4];

  RateLoop(
      NominalQuadrotor nominal,
      CascadeGains gains,
      CascadeTuning tuning,
      double rollRate,
      double yawRate) {
    this.position = new PositionLoop(nominal, gains, tuning);
    this.gain = gains.rate();
    this.most = new double[] {rollRate, rollRate, yawRate};
  }

  @Override
  public void reset() {
    position.reset();
  }

  @Override
  public void act(float[] o, int at, float[] actions, int to) {
    position.update(o, at);
    TiltError.write(position.direction(), o, at, MOST_ANGLE, error);
    double speed = NominalQuadrotor.speed(position.fraction());
    actions[to] = (float) (2 * speed - 1);
    for (int k = 0; k < 3; k++) {
      double wanted = gain[0] * error[k] - gain[1] * o[at + 15 + k];
      actions[to + 1 + k] = (float) Math.max(-1, Math.min(1, wanted / most[k]));
    }
    Arrays.fill(speeds, speed);
    position.command(speeds);
  }
}
