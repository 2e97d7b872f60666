package eyas.bridge.mavlink;

/** A quadrotor with a rate loop, in NED and FRD: rates follow commands in 20 ms, thrust at once. */
final class NedQuadrotor {
  private static final double GRAVITY = 9.81;
  private static final double RATE_TIME = 0.02;
  private static final double STEP = 0.002;
  private static final double DRAG = 0.2;

  private final double[] position = {0, 0, -1};
  private final double[] velocity = new double[3];
  private final double[] q = {1, 0, 0, 0};
  private final double[] rates = new double[3];

  synchronized double[] position() {
    return position.clone();
  }

  synchronized double[] velocity() {
    return velocity.clone();
  }

  synchronized double[] attitude() {
    return q.clone();
  }

  synchronized double[] rates() {
    return rates.clone();
  }

  /** Rows: the body's axes forward, right, down in NED. */
  private double[][] axes() {
    double w = q[0];
    double x = q[1];
    double y = q[2];
    double z = q[3];
    return new double[][] {
      {1 - 2 * (y * y + z * z), 2 * (x * y + w * z), 2 * (x * z - w * y)},
      {2 * (x * y - w * z), 1 - 2 * (x * x + z * z), 2 * (y * z + w * x)},
      {2 * (x * z + w * y), 2 * (y * z - w * x), 1 - 2 * (x * x + y * y)}
    };
  }

  /** Velocity in the body's frame FRD. */
  synchronized double[] bodyVelocity() {
    double[] body = new double[3];
    double[][] axes = axes();
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        body[i] += axes[i][j] * velocity[j];
      }
    }
    return body;
  }

  /** Heading east of north [rad]. */
  synchronized double heading() {
    double[] forward = axes()[0];
    return Math.atan2(forward[1], forward[0]);
  }

  /** Flies on; half thrust carries the weight. */
  synchronized void advance(double seconds, Autopilot.Target target) {
    for (double left = seconds; left > 0; left -= STEP) {
      step(Math.min(STEP, left), target);
    }
  }

  private void step(double dt, Autopilot.Target target) {
    double[] wanted = {target.roll(), target.pitch(), target.yaw()};
    for (int i = 0; i < 3; i++) {
      rates[i] += Math.min(1, dt / RATE_TIME) * (wanted[i] - rates[i]);
    }
    // q' = q ⊗ (0, rates) / 2
    double[] d = {
      -q[1] * rates[0] - q[2] * rates[1] - q[3] * rates[2],
      q[0] * rates[0] + q[2] * rates[2] - q[3] * rates[1],
      q[0] * rates[1] - q[1] * rates[2] + q[3] * rates[0],
      q[0] * rates[2] + q[1] * rates[1] - q[2] * rates[0]
    };
    double norm = 0;
    for (int i = 0; i < 4; i++) {
      q[i] += dt / 2 * d[i];
      norm += q[i] * q[i];
    }
    for (int i = 0; i < 4; i++) {
      q[i] /= Math.sqrt(norm);
    }
    // thrust pushes against the body's down
    double[] down = axes()[2];
    for (int i = 0; i < 3; i++) {
      double push = -2 * GRAVITY * target.thrust() * down[i] + (i == 2 ? GRAVITY : 0);
      velocity[i] += dt * (push - DRAG * velocity[i]);
      position[i] += dt * velocity[i];
    }
  }
}
