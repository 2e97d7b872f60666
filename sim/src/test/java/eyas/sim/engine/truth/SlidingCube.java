package eyas.sim.engine.truth;

/**
 * A cube on a floor by the textbook, in small steps: Coulomb friction at its four corners, whose
 * loads carry the weight and the moment of the friction below the centre of mass (equally stiff
 * corners: the loads are linear in the place).
 */
final class SlidingCube {
  private static final double STEP = 1e-5;
  private static final int ROUNDS = 3;

  private final double half;
  private final double friction;
  private final double[] load = {0.25, 0.25, 0.25, 0.25};
  private final double[][] corner = new double[4][2];
  private final double[][] push = new double[4][2];
  private double vx;
  private double vy;
  private double rate;
  private double x;
  private double y;
  private double yaw;

  /** Starts at the origin along x; forces are over the weight, so the mass does not matter. */
  SlidingCube(double half, double friction, double speed, double rate) {
    this.half = half;
    this.friction = friction;
    this.vx = speed;
    this.rate = rate;
  }

  double x() {
    return x;
  }

  double y() {
    return y;
  }

  double yaw() {
    return yaw;
  }

  void run(double seconds) {
    long steps = Math.round(seconds / STEP);
    for (long k = 0; k < steps; k++) {
      place();
      for (int round = 0; round < ROUNDS; round++) {
        rub();
        carry();
      }
      move();
    }
  }

  private void place() {
    double c = half * Math.cos(yaw);
    double s = half * Math.sin(yaw);
    for (int i = 0; i < 4; i++) {
      double a = (i & 1) == 0 ? 1 : -1;
      double b = (i & 2) == 0 ? 1 : -1;
      corner[i][0] = a * c - b * s;
      corner[i][1] = a * s + b * c;
    }
  }

  private void rub() {
    for (int i = 0; i < 4; i++) {
      double ux = vx - rate * corner[i][1];
      double uy = vy + rate * corner[i][0];
      // below the speed of one step friction fades, so that the cube comes to rest
      double speed = Math.max(Math.hypot(ux, uy), 1e-4);
      push[i][0] = -friction * load[i] * ux / speed;
      push[i][1] = -friction * load[i] * uy / speed;
    }
  }

  // sum N = 1, sum N x = -half sum Fx, sum N y = -half sum Fy
  private void carry() {
    double mx = -half * sum(0);
    double my = -half * sum(1);
    for (int i = 0; i < 4; i++) {
      load[i] = 0.25 + (mx * corner[i][0] + my * corner[i][1]) / (4 * half * half);
    }
  }

  private double sum(int axis) {
    return push[0][axis] + push[1][axis] + push[2][axis] + push[3][axis];
  }

  private void move() {
    double torque = 0;
    for (int i = 0; i < 4; i++) {
      torque += corner[i][0] * push[i][1] - corner[i][1] * push[i][0];
    }
    double g = Truth.GRAVITY;
    vx += STEP * g * sum(0);
    vy += STEP * g * sum(1);
    rate += STEP * g * torque / (2 * half * half / 3);
    x += STEP * vx;
    y += STEP * vy;
    yaw += STEP * rate;
  }
}
