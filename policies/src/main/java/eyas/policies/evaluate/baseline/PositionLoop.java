package eyas.policies.evaluate.baseline;

import eyas.sim.task.quadrotor.QuadrotorLayout;

/**
 * Outer loop of one quadrotor: from the onboard observation to a thrust direction and a thrust
 * fraction. Remembers the integral of the error, the thrust estimate and the rotors. Mutable.
 */
final class PositionLoop {
  private static final double PERIOD = 0.01;
  static final double GRAVITY = 9.81;
  static final double MOST_DOWN = 6;
  static final double MOST_INTEGRAL = 0.5;
  static final double FIRST_SPEED = 0.25;

  private final NominalQuadrotor nominal;
  private final double[] gain;
  private final double mostSideways;
  private final ThrustEstimate thrust = new ThrustEstimate();
  private final double[] integral = new double[3];
  private final double[] velocity = new double[3];
  private final double[] rotors = new double[4];
  private final double[] direction = new double[3];
  private boolean moving;
  private double fraction;

  PositionLoop(NominalQuadrotor nominal, CascadeGains gains, CascadeTuning tuning) {
    this.nominal = nominal;
    this.gain = gains.position();
    this.mostSideways = tuning.mostSideways();
    reset();
  }

  void reset() {
    thrust.reset(nominal);
    moving = false;
    java.util.Arrays.fill(integral, 0);
    java.util.Arrays.fill(rotors, FIRST_SPEED);
  }

  /** Returns the desired rotor axis in the body frame, unit length. */
  double[] direction() {
    return direction;
  }

  /** Returns the desired thrust over the greatest thrust. */
  double fraction() {
    return fraction;
  }

  /** Returns a rotor's estimated speed in [0, 1]. */
  double rotor(int index) {
    return rotors[index];
  }

  /** Reads the observation of 22 features that begins at {@code at}. */
  void update(float[] o, int at) {
    double used = meanFraction();
    learn(o, at, used);
    double x = desired(o, at, 0, used);
    double y = desired(o, at, 1, used);
    double z = GRAVITY + Math.max(-MOST_DOWN, desired(o, at, 2, used));
    double sideways = Math.hypot(x, y);
    double shrink = sideways > mostSideways ? mostSideways / sideways : 1;
    point(o, at, x * shrink, y * shrink, z);
  }

  /** Follows the rotors under new commands, lagging like the nominal motors. */
  void command(double[] speeds) {
    double share = motorShare(nominal);
    for (int i = 0; i < QuadrotorLayout.BODY_ROWS - QuadrotorLayout.ROTORS; i++) {
      rotors[i] += share * (speeds[i] - rotors[i]);
    }
  }

  /** Returns the share of the way to its setpoint that a nominal motor makes in a period. */
  static double motorShare(NominalQuadrotor nominal) {
    return 1 - Math.exp(-PERIOD / nominal.motorLag());
  }

  private double meanFraction() {
    double sum = 0;
    for (double rotor : rotors) {
      sum += NominalQuadrotor.thrustFraction(rotor);
    }
    return sum / rotors.length;
  }

  // velocities that stand still are clipped or held: nothing to learn from them
  private void learn(float[] o, int at, double used) {
    double along = 0;
    boolean fresh = moving;
    for (int i = 0; i < 3; i++) {
      double now = o[at + 12 + i];
      double acceleration = (now - velocity[i]) / PERIOD + (i == 2 ? GRAVITY : 0);
      fresh &= now != velocity[i];
      along += acceleration * o[at + 3 + 3 * i + 2];
      velocity[i] = now;
    }
    moving = true;
    if (fresh) {
      thrust.learn(along, used);
    }
  }

  private double desired(float[] o, int at, int i, double used) {
    double position = Math.max(-0.5, Math.min(0.5, o[at + i]));
    double axis = o[at + 3 + 3 * i + 2];
    double acceleration = used * thrust.value() * axis - (i == 2 ? GRAVITY : 0);
    integral[i] += PERIOD * position;
    integral[i] = Math.max(-MOST_INTEGRAL, Math.min(MOST_INTEGRAL, integral[i]));
    return -gain[0] * integral[i]
        - gain[1] * position
        - gain[2] * velocity[i]
        - gain[3] * Math.max(-10, Math.min(10, acceleration));
  }

  // turns the desired specific force into the body frame; no thrust while it points away from it
  private void point(float[] o, int at, double x, double y, double z) {
    double norm = Math.sqrt(x * x + y * y + z * z);
    for (int i = 0; i < 3; i++) {
      direction[i] = (o[at + 3 + i] * x + o[at + 6 + i] * y + o[at + 9 + i] * z) / norm;
    }
    double along = norm * direction[2] / thrust.value();
    fraction = Math.max(0.05, Math.min(0.9, along));
  }
}
