package eyas.cli.command;

import eyas.assets.robot.NamedQuadrotors;
import eyas.cli.robot.RobotConfig;
import eyas.cli.robot.SimulatedRobot;
import eyas.cli.run.UsageException;
import picocli.CommandLine.Option;

/** What a simulated robot is made of; read by picocli. */
public final class RobotOptions {
  private static final double MILLISECONDS = 1e-3;

  @Option(
      names = "--quadrotor",
      paramLabel = "NAME",
      defaultValue = "x500",
      description = "which quadrotor flies (see list; default: x500)")
  private String quadrotor = "x500";

  @Option(
      names = "--noise",
      paramLabel = "FACTOR",
      defaultValue = "1",
      description = "noise of its sensors: 1 as in training, 0 none (default: 1)")
  private double noise = 1;

  @Option(
      names = "--delay",
      paramLabel = "MS",
      defaultValue = "5",
      description = "how long commands take to its motors [ms] (default: 5)")
  private double delay = 5;

  @Option(
      names = "--wind",
      paramLabel = "M/S",
      defaultValue = "0",
      description = "mean wind along x, with gusts (default: 0)")
  private double wind;

  @Option(
      names = "--height",
      paramLabel = "M",
      defaultValue = "0",
      description = "start this high above the ground (default: on it)")
  private double height;

  @Option(
      names = "--speed",
      paramLabel = "1|5|max",
      defaultValue = "1",
      description = "speed of time; other than 1 with /clock (default: 1)")
  private String speed = "1";

  /** Creates the options with their defaults. */
  public RobotOptions() {}

  /** Returns the robot; an unknown name is answered with the nearest one. */
  RobotConfig config(long seed) {
    return new RobotConfig(
        NamedQuadrotors.get(quadrotor), noise, delay * MILLISECONDS, wind, height, seed);
  }

  /** Returns the speed of time. */
  double speed() {
    if (speed.equals("max")) {
      return SimulatedRobot.FASTEST;
    }
    try {
      double value = Double.parseDouble(speed);
      if (value > 0 && value <= SimulatedRobot.FASTEST) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      throw refusal(notANumber);
    }
    throw refusal(null);
  }

  private UsageException refusal(NumberFormatException cause) {
    return new UsageException(
        "--speed stands for '%s', but only a number above 0 and up to %.0f, or max, is allowed."
            .formatted(speed, SimulatedRobot.FASTEST),
        cause);
  }
}
