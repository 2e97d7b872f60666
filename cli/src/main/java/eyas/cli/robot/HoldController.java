package eyas.cli.robot;

import eyas.assets.robot.QuadrotorParameters;

/**
 * A plain cascade that an autopilot holds a place with: position to velocity to acceleration to
 * thrust direction to body rates. It knows the robot's mass and thrust curve.
 */
final class HoldController {
  private static final double POSITION_GAIN = 1.2;
  private static final double VELOCITY_GAIN = 2.5;
  private static final double ATTITUDE_GAIN = 7;
  private static final double YAW_GAIN = 2;
  private static final double MOST_SPEED = 1;
  private static final double MOST_ACCELERATION = 4;
  private static final double MOST_RATE = 3;
  private static final double LEAST_THRUST = 0.3 * QuadrotorParameters.GRAVITY;

  private final QuadrotorParameters quadrotor;

  HoldController(QuadrotorParameters quadrotor) {
    this.quadrotor = quadrotor;
  }

  /**
   * Computes what leads to a place.
   *
   * @param target [m, world], [3]
   * @param climb wanted vertical speed where the height is not held [m/s], {@code NaN} to hold it
   * @param heading [rad]
   */
  RateCommand toward(BodyState body, double[] target, double climb, double heading) {
    double[] f = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      double speed = clamp(POSITION_GAIN * (target[axis] - body.position()[axis]), MOST_SPEED);
      double wanted = axis == 2 && Double.isFinite(climb) ? climb : speed;
      f[axis] = clamp(VELOCITY_GAIN * (wanted - body.velocity()[axis]), MOST_ACCELERATION);
    }
    f[2] = Math.max(LEAST_THRUST, f[2] + QuadrotorParameters.GRAVITY);
    // direction of thrust in the body frame: turn the rotor axis towards it
    double norm = Math.sqrt(f[0] * f[0] + f[1] * f[1] + f[2] * f[2]);
    double[] d = body.attitude().toBody(f);
    double turn = heading - body.attitude().yaw();
    return new RateCommand(
        rotorSpeed(Math.max(0, d[2])),
        clamp(-ATTITUDE_GAIN * d[1] / norm, MOST_RATE),
        clamp(ATTITUDE_GAIN * d[0] / norm, MOST_RATE),
        clamp(YAW_GAIN * Math.atan2(Math.sin(turn), Math.cos(turn)), 1));
  }

  // inverse of the thrust curve, by bisection [0 to 1]
  private double rotorSpeed(double acceleration) {
    double thrust = quadrotor.mass() * acceleration / 4;
    double low = 0;
    double high = 1;
    for (int i = 0; i < 20; i++) {
      double middle = (low + high) / 2;
      if (quadrotor.thrust(middle) < thrust) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private static double clamp(double value, double limit) {
    return Math.max(-limit, Math.min(limit, value));
  }
}
