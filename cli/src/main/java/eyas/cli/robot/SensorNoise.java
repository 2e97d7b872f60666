package eyas.cli.robot;

import eyas.sim.random.Philox;

/**
 * White noise on what a robot senses, with the deviations that students are trained with (preset
 * {@code default}): 0.01 m, 0.01 rad, 0.03 m/s, 0.05 rad/s, and 0.2 m/s² on accelerations, which no
 * student reads.
 */
public final class SensorNoise {
  private static final int STREAM = 300;
  private static final double POSITION = 0.01;
  private static final double ATTITUDE = 0.01;
  private static final double VELOCITY = 0.03;
  private static final double BODY_RATES = 0.05;
  private static final double FORCE = 0.2;

  private final double scale;
  private final Philox random;

  SensorNoise(double scale, long seed) {
    this.scale = scale;
    this.random = Philox.host(seed, STREAM);
  }

  /** What is measured of a state. */
  BodyState measured(BodyState truth) {
    return new BodyState(
        truth.time(),
        noisy(truth.position(), POSITION),
        truth.attitude().turned(noisy(new double[3], ATTITUDE)),
        noisy(truth.velocity(), VELOCITY),
        noisy(truth.bodyRates(), BODY_RATES),
        noisy(truth.specificForce(), FORCE));
  }

  private double[] noisy(double[] values, double deviation) {
    double[] result = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      result[axis] = values[axis] + scale * deviation * random.nextGaussian();
    }
    return result;
  }
}
