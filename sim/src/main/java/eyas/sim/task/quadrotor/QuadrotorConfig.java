package eyas.sim.task.quadrotor;

import java.util.List;

/**
 * A preset of the quadrotor task, as its YAML binds.
 *
 * @param episodeSeconds length of an episode [s]
 * @param action {@code motors} or {@code rates}
 * @param sampler distribution of quadrotors
 * @param start first states
 * @param end what ends an episode
 * @param reward weights of the reward
 * @param observation clips and noise of the sensors
 * @param rates largest body-rate setpoints
 * @param loss smooth stand-in of the reward for gradients
 */
public record QuadrotorConfig(
    double episodeSeconds,
    String action,
    Sampler sampler,
    Start start,
    End end,
    Reward reward,
    Observation observation,
    Rates rates,
    Loss loss) {

  /** Distribution of quadrotors; each range is [low, high]. */
  public record Sampler(
      List<Double> thrustToWeight,
      List<Double> mass,
      List<Double> torqueToInertia,
      double lowTorqueShare,
      List<Double> lowTorqueRange,
      double sizeMean,
      double sizeDeviation,
      List<Double> torqueConstant,
      List<Double> motorRise,
      List<Double> motorFall,
      double disturbance,
      List<Double> dragHorizontal,
      List<Double> dragVertical,
      List<Double> delay,
      double torqueDisturbance,
      double gust) {
    /** Copies the ranges. */
    public Sampler {
      thrustToWeight = List.copyOf(thrustToWeight);
      mass = List.copyOf(mass);
      torqueToInertia = List.copyOf(torqueToInertia);
      lowTorqueRange = List.copyOf(lowTorqueRange);
      torqueConstant = List.copyOf(torqueConstant);
      motorRise = List.copyOf(motorRise);
      motorFall = List.copyOf(motorFall);
      dragHorizontal = List.copyOf(dragHorizontal);
      dragVertical = List.copyOf(dragVertical);
      delay = List.copyOf(delay);
    }

    /** Returns whether commands may be delayed. */
    public boolean delayed() {
      return delay.get(1) > 0;
    }

    /** Returns whether rotor drag acts. */
    public boolean dragged() {
      return dragHorizontal.get(1) > 0 || dragVertical.get(1) > 0;
    }

    /** Returns whether torques and gusts act. */
    public boolean disturbed() {
      return torqueDisturbance > 0 || gust > 0;
    }
  }

  /** First states of episodes [m, rad, m/s, rad/s, rotor speed]. */
  public record Start(
      double atTarget,
      double rotorDistances,
      double metres,
      double nearShare,
      double tilt,
      double speed,
      double bodyRates,
      double rotors) {}

  /** What ends an episode [m, m/s, rad/s]. */
  public record End(double rotorDistances, double metres, double speed, double bodyRates) {}

  /** Weights of the reward. */
  public record Reward(
      double alive, double position, double heading, double command, double failure) {}

  /** Clips and noise of the sensors [m, rad, m/s, rad/s]. */
  public record Observation(
      double positionClip,
      double velocityClip,
      double noisePosition,
      double noiseAttitude,
      double noiseVelocity,
      double noiseBodyRates) {
    /** Returns whether any sensor is noisy. */
    public boolean noisy() {
      return noisePosition + noiseAttitude + noiseVelocity + noiseBodyRates > 0;
    }
  }

  /** Largest body-rate setpoints of the action {@code rates} [rad/s]. */
  public record Rates(double roll, double yaw) {}

  /** Smooth stand-in of the reward; see docs/learning.md. */
  public record Loss(
      double position,
      double smoothPosition,
      double heading,
      double smoothHeading,
      double command,
      double smoothCommand,
      double excess,
      double barrierSpeed,
      double barrierSpeedFrom,
      double barrierBodyRates,
      double barrierBodyRatesFrom,
      double barrierPosition,
      double barrierPositionFrom,
      double lostSpeed,
      double lostBodyRates,
      double lostPosition) {}
}
