package eyas.sim.task.quadrotor;

import eyas.assets.robot.QuadrotorParameters;
import eyas.sim.random.Philox;
import java.util.List;

/**
 * Draws quadrotors as RAPTOR does, ancestrally from thrust-to-weight, size and torque-to-inertia,
 * with the Crazyflie's proportions (rl-tools/raptor, sample_dynamics_parameters.cpp). Immutable.
 */
public final class QuadrotorDistribution {
  private static final double[] CURVE = {0.0320, 0.1305, 0.8375};
  private static final double CRAZYFLIE_ARM = 0.028;
  private static final double CRAZYFLIE_MASS = 0.0306;
  private static final double PITCH_OVER_ROLL = 1.024;
  private static final double YAW_OVER_ROLL = 1.854;

  private final QuadrotorConfig config;
  private final boolean training;

  /**
   * Creates the distribution.
   *
   * @param config preset
   * @param training whether the hard corner is drawn more often ({@code low-torque-share})
   */
  public QuadrotorDistribution(QuadrotorConfig config, boolean training) {
    this.config = config;
    this.training = training;
  }

  /** Draws one quadrotor. */
  public QuadrotorParameters sample(String name, Philox random) {
    QuadrotorConfig.Sampler s = config.sampler();
    double thrustToWeight = within(s.thrustToWeight(), random);
    double size = random.uniform(Math.cbrt(s.mass().get(0)), Math.cbrt(s.mass().get(1)));
    double mass = size * size * size;
    double thrust = thrustToWeight * mass * QuadrotorParameters.GRAVITY / 4;
    boolean low = random.nextDouble() < (training ? s.lowTorqueShare() : 0);
    double torqueToInertia = within(low ? s.lowTorqueRange() : s.torqueToInertia(), random);
    double arm = CRAZYFLIE_ARM * Math.cbrt(mass / CRAZYFLIE_MASS) * deviation(random);
    double jxx = Math.sqrt(2) * arm * thrust / torqueToInertia;
    return assemble(name, random, mass, thrust, thrustToWeight, arm, jxx);
  }

  // the code's mass-size deviation: normal, and its inverse where it is negative
  private double deviation(Philox random) {
    double u =
        config.sampler().sizeMean() + config.sampler().sizeDeviation() * random.nextGaussian();
    return u < 0 ? 1 / (1 - u) : 1 + u;
  }

  private QuadrotorParameters assemble(
      String name,
      Philox random,
      double mass,
      double thrust,
      double thrustToWeight,
      double arm,
      double jxx) {
    QuadrotorConfig.Sampler s = config.sampler();
    double distance = Math.sqrt(2) * arm;
    double torqueConstant = within(s.torqueConstant(), random);
    double rise = within(s.motorRise(), random);
    double fall = within(s.motorFall(), random);
    double force =
        random.uniform(0, s.disturbance() * (thrustToWeight - 1)) * thrustToWeight * mass / 3;
    double curve = CURVE[0] + CURVE[1] + CURVE[2];
    return new QuadrotorParameters(
        name,
        mass,
        CURVE[0] / curve * thrust,
        CURVE[1] / curve * thrust,
        CURVE[2] / curve * thrust,
        arm,
        torqueConstant,
        rise,
        fall,
        jxx,
        PITCH_OVER_ROLL * jxx,
        YAW_OVER_ROLL * jxx,
        1 / jxx,
        1 / (PITCH_OVER_ROLL * jxx),
        1 / (YAW_OVER_ROLL * jxx),
        force,
        config.start().rotorDistances() * distance,
        config.end().metres() > 0
            ? config.end().metres()
            : config.end().rotorDistances() * distance,
        mass * within(s.dragHorizontal(), random),
        mass * within(s.dragVertical(), random));
  }

  private static double within(List<Double> range, Philox random) {
    return random.uniform(range.get(0), range.get(1));
  }
}
