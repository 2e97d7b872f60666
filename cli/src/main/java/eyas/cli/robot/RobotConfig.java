package eyas.cli.robot;

import eyas.assets.robot.QuadrotorParameters;
import eyas.cli.run.UsageException;

/**
 * A simulated robot and its surroundings.
 *
 * @param quadrotor what flies
 * @param noise how noisy sensors are: 1 as in training (see {@link SensorNoise}), 0 not at all
 * @param delay how long commands take to the motors [s]
 * @param wind mean speed of the wind, which blows along world x and gusts by a third of it [m/s]
 * @param height where it starts above the ground, 0 for on it [m]
 * @param seed of noise and gusts
 */
public record RobotConfig(
    QuadrotorParameters quadrotor,
    double noise,
    double delay,
    double wind,
    double height,
    long seed) {
  private static final double MOST_DELAY = 0.5;

  /** Checks the ranges. */
  public RobotConfig {
    require("--noise", noise, 0, 100);
    require("--delay", delay, 0, MOST_DELAY);
    require("--wind", wind, 0, 50);
    require("--height", height, 0, 1000);
  }

  private static void require(String option, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new UsageException(
          "%s stands for %s, but only %s to %s is allowed.".formatted(option, value, least, most));
    }
  }

  /** Without noise, delay or wind, on the ground. */
  public static RobotConfig calm(QuadrotorParameters quadrotor) {
    return new RobotConfig(quadrotor, 0, 0, 0, 0, 1);
  }

  /** The same, started in the air [m]. */
  public RobotConfig at(double metres) {
    return new RobotConfig(quadrotor, noise, delay, wind, metres, seed);
  }
}
