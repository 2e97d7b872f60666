package eyas.sim.engine.bullet.scene;

import eyas.assets.robot.Joint;

/** What one row of the solver does to a joint. */
interface JointLaw {
  /**
   * Sets the row for the next step.
   *
   * @param row the row
   * @param position of the joint [rad or m]
   * @param speed of the joint [rad/s or m/s]
   * @param step length of the step [s]
   */
  void ask(AxisConstraint row, double position, double speed, double step);

  /** Viscous friction resists the speed, the armature every change of it. */
  static JointLaw resistance(Joint joint, JointScale scale) {
    return (row, position, speed, step) -> {
      double gain = step * scale.friction() * joint.damping() + joint.armature();
      double kept = joint.armature() * speed / gain;
      row.follow(gain, kept, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    };
  }

  /** Dry friction holds the joint as strongly as it can. */
  static JointLaw friction(Joint joint, JointScale scale) {
    return (row, position, speed, step) -> {
      double most = step * scale.friction() * joint.friction();
      row.hold(0, -most, most);
    };
  }

  /** The lower limit pushes upwards. */
  static JointLaw lower(Joint joint) {
    return (row, position, speed, step) -> {
      double way = joint.limits().lower() - position;
      row.hold(Limit.speed(way, way > 0, step), 0, Double.POSITIVE_INFINITY);
    };
  }

  /** The upper limit pushes downwards. */
  static JointLaw upper(Joint joint) {
    return (row, position, speed, step) -> {
      double way = joint.limits().upper() - position;
      row.hold(Limit.speed(way, way < 0, step), Double.NEGATIVE_INFINITY, 0);
    };
  }

  /** Speeds at limits. */
  final class Limit {
    // share of the way back that a step takes
    private static final double RECOVERY = 0.2;

    private Limit() {}

    // the speed that just reaches the limit; past it a slow way back
    private static double speed(double way, boolean past, double step) {
      return (past ? RECOVERY : 1) * way / step;
    }
  }
}
