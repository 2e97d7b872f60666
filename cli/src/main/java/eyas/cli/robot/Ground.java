package eyas.cli.robot;

import eyas.assets.robot.QuadrotorParameters;
import java.util.Arrays;

/**
 * Level ground under four feet, one below each rotor: a damped spring and Coulomb friction at each.
 * The world's origin is the place of the body while it stands, as autopilots count height from the
 * place of take-off.
 */
final class Ground {
  // natural frequency of the body on its feet [rad/s], and coefficient of friction
  private static final double FREQUENCY = 80;
  private static final double FRICTION = 0.7;

  private final double[][] feet;
  private final double stiffness;
  private final double damping;
  private final double sag;
  private final double[] force = new double[3];
  private final double[] torque = new double[3];
  private boolean touched;

  Ground(QuadrotorParameters quadrotor) {
    double arm = quadrotor.arm();
    double leg = 0.6 * arm;
    feet =
        new double[][] {{arm, -arm, -leg}, {-arm, -arm, -leg}, {-arm, arm, -leg}, {arm, arm, -leg}};
    stiffness = quadrotor.mass() * FREQUENCY * FREQUENCY / 4;
    damping = 2 * quadrotor.mass() * FREQUENCY / 4;
    // the spring is compressed so far while the robot stands
    sag = QuadrotorParameters.GRAVITY / (FREQUENCY * FREQUENCY);
  }

  /** Computes what the ground does to a body. */
  void press(BodyState body) {
    Arrays.fill(force, 0);
    Arrays.fill(torque, 0);
    touched = false;
    for (double[] foot : feet) {
      press(body, foot);
    }
  }

  private void press(BodyState body, double[] foot) {
    double[] arm = body.attitude().toWorld(foot);
    double depth = foot[2] + sag - (body.position()[2] + arm[2]);
    if (depth <= 0) {
      return;
    }
    double[] rate = body.attitude().toWorld(body.bodyRates());
    double[] slide = cross(rate, arm);
    for (int axis = 0; axis < 3; axis++) {
      slide[axis] += body.velocity()[axis];
    }
    double normal = Math.max(0, stiffness * depth - damping * slide[2]);
    double speed = Math.hypot(slide[0], slide[1]);
    double grip = speed > 0 ? Math.min(FRICTION * normal / speed, damping) : 0;
    double[] push = {-grip * slide[0], -grip * slide[1], normal};
    double[] twist = body.attitude().toBody(cross(arm, push));
    for (int axis = 0; axis < 3; axis++) {
      force[axis] += push[axis];
      torque[axis] += twist[axis];
    }
    touched |= normal > 0;
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }

  /** Force of the ground [N, world]; changes with the next call. */
  double[] force() {
    return force;
  }

  /** Torque of the ground [N m, body]; changes with the next call. */
  double[] torque() {
    return torque;
  }

  /** Whether a foot stands on the ground. */
  boolean touched() {
    return touched;
  }
}
