package eyas.policies.evaluate;

/** Quadrotor dynamics in double precision, RK4, rows of the layout. */
final class HostDynamics {
  private HostDynamics() {}

  static void step(double[] s, float[] p, double[] command, double dt) {
    double[] k1 = derivative(s, p, command);
    double[] k2 = derivative(moved(s, k1, dt / 2), p, command);
    double[] k3 = derivative(moved(s, k2, dt / 2), p, command);
    double[] k4 = derivative(moved(s, k3, dt), p, command);
    for (int i = 0; i < 17; i++) {
      s[i] += dt / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
    }
    double norm = Math.sqrt(s[3] * s[3] + s[4] * s[4] + s[5] * s[5] + s[6] * s[6]);
    for (int i = 0; i < 4; i++) {
      s[3 + i] /= norm;
      s[13 + i] = Math.max(0, Math.min(1, s[13 + i]));
    }
  }

  private static double[] moved(double[] s, double[] k, double dt) {
    double[] next = s.clone();
    for (int i = 0; i < 17; i++) {
      next[i] += dt * k[i];
    }
    return next;
  }

  private static double[] derivative(double[] s, float[] p, double[] command) {
    double[] d = new double[17];
    double[] f = new double[4];
    double total = 0;
    for (int i = 0; i < 4; i++) {
      double w = s[13 + i];
      f[i] = p[0] + w * (p[1] + w * p[2]);
      total += f[i];
      d[13 + i] = (command[i] - w) * (command[i] >= w ? p[12] : p[13]);
    }
    double[] r = rotation(s);
    for (int i = 0; i < 3; i++) {
      d[i] = s[7 + i];
      d[7 + i] = (total * r[3 * i + 2] + s[21 + i]) * p[5] - (i == 2 ? 9.81 : 0);
    }
    double x = s[10];
    double y = s[11];
    double z = s[12];
    d[3] = 0.5 * (-s[4] * x - s[5] * y - s[6] * z);
    d[4] = 0.5 * (s[3] * x + s[5] * z - s[6] * y);
    d[5] = 0.5 * (s[3] * y + s[6] * x - s[4] * z);
    d[6] = 0.5 * (s[3] * z + s[4] * y - s[5] * x);
    // rotors front-right, back-right, back-left, front-left
    double roll = p[3] * (-f[0] - f[1] + f[2] + f[3]);
    double pitch = p[3] * (-f[0] + f[1] + f[2] - f[3]);
    double yaw = p[4] * (-f[0] + f[1] - f[2] + f[3]);
    d[10] = p[9] * (roll - (p[8] - p[7]) * y * z);
    d[11] = p[10] * (pitch - (p[6] - p[8]) * z * x);
    d[12] = p[11] * (yaw - (p[7] - p[6]) * x * y);
    return d;
  }

  static double[] rotation(double[] s) {
    double w = s[3];
    double x = s[4];
    double y = s[5];
    double z = s[6];
    return new double[] {
      1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y),
      2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x),
      2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)
    };
  }
}
