package eyas.sim.task.quadrotor;

import static eyas.sim.task.quadrotor.QuadrotorLayout.ACTION;
import static eyas.sim.task.quadrotor.QuadrotorLayout.ATTITUDE;
import static eyas.sim.task.quadrotor.QuadrotorLayout.BODY_RATES;
import static eyas.sim.task.quadrotor.QuadrotorLayout.FEATURE;
import static eyas.sim.task.quadrotor.QuadrotorLayout.FORCE;
import static eyas.sim.task.quadrotor.QuadrotorLayout.INVERSE_MASS;
import static eyas.sim.task.quadrotor.QuadrotorLayout.ROTORS;
import static eyas.sim.task.quadrotor.QuadrotorLayout.TERM_POSITION;
import static eyas.sim.task.quadrotor.QuadrotorLayout.VELOCITY;

/**
 * The quadrotor task once more, for one environment, in double precision and plain Java: the truth
 * for observations, reward, ends and loss. Immutable.
 */
record TextbookTask(QuadrotorConfig config, QuadrotorLayout layout) {
  TextbookTask(QuadrotorModel model) {
    this(model.config(), model.layout());
  }

  private double target(double[] s, int i) {
    return layout.reference() ? s[layout.referenceRow() + i] : 0;
  }

  private double noise(double[] s, int i) {
    return layout.noise() ? s[layout.noiseRow() + i] : 0;
  }

  /** Distance to the target [m]. */
  double error(double[] s) {
    double square = 0;
    for (int i = 0; i < 3; i++) {
      square += Math.pow(s[i] - target(s, i), 2);
    }
    return Math.sqrt(square);
  }

  private static double change(double[] before, double[] a) {
    double square = 0;
    for (int i = 0; i < 4; i++) {
      square += Math.pow(a[i] - before[ACTION + i], 2);
    }
    return square;
  }

  /** RAPTOR's reward without failure: 1.5 - |p| - 0.1 * 2 acos(1 - |q_z|) - |a - a_before|. */
  double reward(double[] before, double[] s, double[] a) {
    QuadrotorConfig.Reward r = config.reward();
    double heading = 2 * Math.acos(1 - Math.min(1, Math.abs(s[ATTITUDE + 3])));
    return r.alive()
        - r.position() * error(s)
        - r.heading() * heading
        - r.command() * Math.sqrt(change(before, a));
  }

  boolean terminated(double[] s, double[] p) {
    boolean failed = false;
    for (int i = 0; i < 3; i++) {
      failed |= Math.abs(s[i] - target(s, i)) > p[TERM_POSITION];
      failed |= Math.abs(s[VELOCITY + i]) > config.end().speed();
      failed |= Math.abs(s[BODY_RATES + i]) > config.end().bodyRates();
    }
    return failed;
  }

  /** The smooth loss as docs/learning.md states it. */
  double loss(double[] before, double[] s, double[] p, double[] a) {
    QuadrotorConfig.Loss l = config.loss();
    double heading =
        Math.sqrt(2) * Math.pow(sq(s[ATTITUDE + 3]) + sq(l.smoothHeading()), 0.25) * l.heading();
    double sum = l.position() * Math.hypot(error(s), l.smoothPosition()) + heading;
    sum += l.command() * Math.sqrt(change(before, a) + sq(l.smoothCommand()));
    for (int i = 0; i < 4; i++) {
      sum += l.excess() * sq(beyond(a[i], 1));
    }
    for (int i = 0; i < 3; i++) {
      sum += l.barrierSpeed() * sq(beyond(s[VELOCITY + i], l.barrierSpeedFrom()));
      sum += l.barrierBodyRates() * sq(beyond(s[BODY_RATES + i], l.barrierBodyRatesFrom()));
      double from = l.barrierPositionFrom() * p[TERM_POSITION];
      sum += l.barrierPosition() * sq(beyond(s[i] - target(s, i), from));
    }
    return sum;
  }

  private static double beyond(double x, double limit) {
    return Math.max(0, Math.abs(x) - limit);
  }

  private static double sq(double x) {
    return x * x;
  }

  /** What the robot senses, 22 features. */
  double[] onboard(double[] s, double[] p) {
    double[] out = new double[22];
    double[] attitude = new double[4];
    System.arraycopy(s, ATTITUDE, attitude, 0, 4);
    if (layout.noise()) {
      double[] turn = {1, noise(s, 3) / 2, noise(s, 4) / 2, noise(s, 5) / 2};
      attitude = product(attitude, turn);
    }
    double position = config.observation().positionClip();
    double velocity = config.observation().velocityClip();
    for (int i = 0; i < 3; i++) {
      out[i] = clip(s[i] - target(s, i) + noise(s, i), position);
      out[12 + i] = clip(s[VELOCITY + i] - target(s, 3 + i) + noise(s, 6 + i), velocity);
      out[15 + i] = s[BODY_RATES + i] + noise(s, 9 + i);
    }
    rotation(attitude, out);
    System.arraycopy(s, ACTION, out, 18, 4);
    return out;
  }

  /** What only the simulator knows, 36 features. */
  double[] privileged(double[] s, double[] p) {
    double[] out = new double[36];
    double[] attitude = new double[4];
    System.arraycopy(s, ATTITUDE, attitude, 0, 4);
    for (int i = 0; i < 3; i++) {
      out[i] = s[i] - target(s, i);
      out[12 + i] = s[VELOCITY + i] - target(s, 3 + i);
      out[15 + i] = s[BODY_RATES + i];
      out[32 + i] = s[FORCE + i] * p[INVERSE_MASS];
    }
    rotation(attitude, out);
    System.arraycopy(s, ACTION, out, 18, 4);
    System.arraycopy(s, ROTORS, out, 22, 4);
    System.arraycopy(p, FEATURE, out, 26, 6);
    out[35] = 1;
    return out;
  }

  private static double clip(double x, double limit) {
    return Math.max(-limit, Math.min(limit, x));
  }

  // Hamilton product
  private static double[] product(double[] a, double[] b) {
    return new double[] {
      a[0] * b[0] - a[1] * b[1] - a[2] * b[2] - a[3] * b[3],
      a[0] * b[1] + a[1] * b[0] + a[2] * b[3] - a[3] * b[2],
      a[0] * b[2] + a[2] * b[0] + a[3] * b[1] - a[1] * b[3],
      a[0] * b[3] + a[3] * b[0] + a[1] * b[2] - a[2] * b[1]
    };
  }

  // rows of R = I + 2 w [u]x + 2 [u]x [u]x, the same polynomial as the kernels for any |q|
  private static void rotation(double[] q, double[] out) {
    double[][] u = {{0, -q[3], q[2]}, {q[3], 0, -q[1]}, {-q[2], q[1], 0}};
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        double square = 0;
        for (int k = 0; k < 3; k++) {
          square += u[i][k] * u[k][j];
        }
        out[3 + 3 * i + j] = (i == j ? 1 : 0) + 2 * q[0] * u[i][j] + 2 * square;
      }
    }
  }
}
