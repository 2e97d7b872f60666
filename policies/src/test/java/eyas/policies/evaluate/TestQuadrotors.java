package eyas.policies.evaluate;

import eyas.sim.random.Philox;
import eyas.sim.task.quadrotor.QuadrotorLayout;

/** Quadrotors drawn like the released ones, as parameter rows. */
public final class TestQuadrotors {
  private TestQuadrotors() {}

  /** Draws a set. */
  public static QuadrotorSet draw(int count, long seed) {
    float[] all = new float[count * QuadrotorLayout.PARAMETER_ROWS];
    for (int q = 0; q < count; q++) {
      fill(new Philox(seed, q, 0, 0, 9), all, q * QuadrotorLayout.PARAMETER_ROWS);
    }
    return new QuadrotorSet("drawn", count, all);
  }

  private static void fill(Philox random, float[] p, int at) {
    double ratio = random.uniform(1.5, 5);
    double mass = Math.pow(random.uniform(Math.cbrt(0.02), Math.cbrt(5)), 3);
    double agility = random.uniform(40, 1200);
    double thrust = ratio * mass * 9.81 / 4;
    double arm = 0.028 * Math.cbrt(mass / 0.027);
    double inertia = Math.sqrt(2) * arm * thrust / agility;
    double[] curve = {0.032, 0.1305, 0.8375};
    double[] shape = {1, 1.024, 1.854};
    for (int i = 0; i < 3; i++) {
      p[at + i] = (float) (curve[i] * thrust);
      p[at + 6 + i] = (float) (shape[i] * inertia);
      p[at + 9 + i] = (float) (1 / (shape[i] * inertia));
    }
    p[at + 3] = (float) arm;
    p[at + 4] = (float) random.uniform(0.005, 0.05);
    p[at + 5] = (float) (1 / mass);
    p[at + 12] = (float) (1 / random.uniform(0.03, 0.1));
    p[at + 13] = (float) (1 / random.uniform(0.03, 0.3));
    p[at + 14] = (float) (20 * arm);
    p[at + 15] = (float) (10 * arm);
    p[at + 16] = (float) (random.uniform(0, 0.3 * (ratio - 1)) * ratio * mass / 3);
  }
}
