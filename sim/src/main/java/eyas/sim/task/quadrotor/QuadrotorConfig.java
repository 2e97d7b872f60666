package eyas.sim.task.quadrotor;

import eyas.assets.config.ConfigWriter;
import eyas.assets.config.Suggestions;
import eyas.sim.task.Allowed;
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
  private static final List<String> ACTIONS = List.of("motors", "rates");

  // the longest delay that the kernels keep commands for [s]
  private static final double LONGEST_DELAY = 0.03;

  /** Checks length and action. */
  public QuadrotorConfig {
    Allowed.least("episode-seconds", episodeSeconds, QuadrotorModel.PERIOD);
    if (!ACTIONS.contains(action)) {
      throw new IllegalArgumentException(
          "action is `" + action + "`. " + Suggestions.sentence(action, ACTIONS));
    }
  }

  /** Returns this preset as overrides that replace every key of the packaged one. */
  public List<String> asOverrides() {
    return ConfigWriter.overrides(this);
  }

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
    /** Copies and checks the ranges. */
    public Sampler {
      thrustToWeight = Allowed.positive("thrust-to-weight", thrustToWeight);
      mass = Allowed.positive("mass", mass);
      torqueToInertia = Allowed.positive("torque-to-inertia", torqueToInertia);
      Allowed.share("low-torque-share", lowTorqueShare);
      lowTorqueRange = Allowed.positive("low-torque-range", lowTorqueRange);
      Allowed.least("size-deviation", sizeDeviation, 0);
      torqueConstant = Allowed.positive("torque-constant", torqueConstant);
      motorRise = Allowed.positive("motor-rise", motorRise);
      motorFall = Allowed.positive("motor-fall", motorFall);
      Allowed.least("disturbance", disturbance, 0);
      dragHorizontal = Allowed.range("drag-horizontal", dragHorizontal, Double.MAX_VALUE);
      dragVertical = Allowed.range("drag-vertical", dragVertical, Double.MAX_VALUE);
      delay = Allowed.range("delay", delay, LONGEST_DELAY);
      Allowed.least("torque-disturbance", torqueDisturbance, 0);
      Allowed.least("gust", gust, 0);
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
      double rotors) {
    /** Checks shares and sizes. */
    public Start {
      Allowed.share("at-target", atTarget);
      Allowed.least("rotor-distances", rotorDistances, 0);
      Allowed.least("metres", metres, 0);
      Allowed.share("near-share", nearShare);
      Allowed.least("tilt", tilt, 0);
      Allowed.least("speed", speed, 0);
      Allowed.least("body-rates", bodyRates, 0);
    }
  }

  /** What ends an episode [m, m/s, rad/s]. */
  public record End(double rotorDistances, double metres, double speed, double bodyRates) {
    /** Checks that there is room to fly in. */
    public End {
      Allowed.least("rotor-distances", rotorDistances, 0);
      Allowed.least("metres", metres, 0);
      Allowed.above("speed", speed, 0);
      Allowed.above("body-rates", bodyRates, 0);
      if (rotorDistances == 0 && metres == 0) {
        throw new IllegalArgumentException(
            "rotor-distances and metres are both 0: every flight ends at once. Give one of them.");
      }
    }
  }

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
    /** Checks clips and noise. */
    public Observation {
      Allowed.above("position-clip", positionClip, 0);
      Allowed.above("velocity-clip", velocityClip, 0);
      Allowed.least("noise-position", noisePosition, 0);
      Allowed.least("noise-attitude", noiseAttitude, 0);
      Allowed.least("noise-velocity", noiseVelocity, 0);
      Allowed.least("noise-body-rates", noiseBodyRates, 0);
    }

    /** Returns whether any sensor is noisy. */
    public boolean noisy() {
      return noisePosition + noiseAttitude + noiseVelocity + noiseBodyRates > 0;
    }
  }

  /** Largest body-rate setpoints of the action {@code rates} [rad/s]. */
  public record Rates(double roll, double yaw) {
    /** Checks that there is something to ask for. */
    public Rates {
      Allowed.above("roll", roll, 0);
      Allowed.above("yaw", yaw, 0);
    }
  }

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
