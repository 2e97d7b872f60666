package eyas.cli.robot;

import eyas.sim.random.Philox;

/** Wind along world x with gusts on all axes: an Ornstein-Uhlenbeck process. */
final class Wind {
  private static final double CORRELATION = 0.5;
  private static final double GUSTS = 1.0 / 3;
  private static final int STREAM = 301;

  private final double mean;
  private final Philox random;
  private final double[] gust = new double[3];
  private final double[] speed = new double[3];

  Wind(double mean, long seed) {
    this.mean = mean;
    this.random = Philox.host(seed, STREAM);
  }

  /** Advances by a step [s] and returns the wind [m/s, world], which changes with the next call. */
  double[] advance(double step) {
    double spread = GUSTS * mean * Math.sqrt(2 * step / CORRELATION);
    for (int axis = 0; axis < 3; axis++) {
      gust[axis] += -gust[axis] * step / CORRELATION + spread * random.nextGaussian();
      speed[axis] = gust[axis] + (axis == 0 ? mean : 0);
    }
    return speed;
  }
}
