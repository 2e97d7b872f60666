package eyas.sim.engine.bullet.scene;

import eyas.assets.robot.Joint;
import eyas.assets.scene.Actuator;
import java.util.function.DoubleUnaryOperator;

/** An actuator at a joint, with its command of the moment. */
final class JointDrive implements JointLaw {
  private final JointLaw law;
  private final DoubleUnaryOperator range;
  private double command;

  private JointDrive(Actuator actuator, Joint joint, JointScale scale) {
    Joint.Limits limits = joint.limits();
    if (actuator instanceof Actuator.Position drive) {
      range = value -> clamp(value, limits.lower(), limits.upper());
      law = (row, position, speed, step) -> position(drive, scale, row, position, step);
    } else if (actuator instanceof Actuator.Velocity drive) {
      range = value -> clamp(value, -limits.speed(), limits.speed());
      law = (row, position, speed, step) -> velocity(drive, scale, row, step);
    } else {
      double most = scale.effort() * ((Actuator.Torque) actuator).effort();
      range = value -> clamp(value, -most, most);
      law = (row, position, speed, step) -> row.hold(0, step * command, step * command);
    }
  }

  /** Returns the drive of a joint by an actuator that names it. */
  static JointDrive of(Actuator actuator, Joint joint, JointScale scale) {
    return new JointDrive(actuator, joint, scale);
  }

  /** Sets the command [rad, m, rad/s, m/s, N m or N]. */
  void command(double value) {
    command = range.applyAsDouble(value);
  }

  @Override
  public void ask(AxisConstraint row, double position, double speed, double step) {
    law.ask(row, position, speed, step);
  }

  // stiffness and damping at the end of the step: stable however strong they are
  private void position(
      Actuator.Position drive, JointScale scale, AxisConstraint row, double position, double step) {
    double stiffness = scale.stiffness() * drive.stiffness();
    double gain = step * (scale.damping() * drive.damping() + step * stiffness);
    double most = step * scale.effort() * drive.effort();
    double wanted = gain > 0 ? step * stiffness * (command - position) / gain : 0;
    row.follow(gain, wanted, -most, most);
  }

  private void velocity(
      Actuator.Velocity drive, JointScale scale, AxisConstraint row, double step) {
    double most = step * scale.effort() * drive.effort();
    row.hold(command, -most, most);
  }

  private static double clamp(double value, double least, double most) {
    return Math.max(least, Math.min(most, value));
  }
}
