package eyas.assets.scene;

/** A drive; commands are clamped to its range. */
public sealed interface Actuator {
  /** Returns how many commands it takes. */
  default int commands() {
    return 1;
  }

  /**
   * Pushes a joint towards a position: {@code torque = stiffness (command - q) - damping q'},
   * limited.
   *
   * @param joint name of the joint
   * @param stiffness [N m/rad or N/m]
   * @param damping [N m s/rad or N s/m]
   * @param effort greatest torque or force [N m or N]
   */
  record Position(String joint, double stiffness, double damping, double effort)
      implements Actuator {}

  /**
   * Holds a joint's speed: a motor of limited torque.
   *
   * @param joint name of the joint
   * @param effort greatest torque or force [N m or N]
   */
  record Velocity(String joint, double effort) implements Actuator {}

  /**
   * Pushes a joint by the command.
   *
   * @param joint name of the joint
   * @param effort greatest torque or force [N m or N]
   */
  record Torque(String joint, double effort) implements Actuator {}

  /**
   * Drives a {@link Base#PLANAR} base as two wheels would: holds the speed along its x axis [m/s]
   * and its yaw rate [rad/s] (the commands), and its speed along y at 0, with limited forces.
   *
   * @param traction greatest force along x [N]
   * @param grip greatest force along y [N]
   * @param torque greatest torque [N m]
   */
  record DifferentialDrive(double traction, double grip, double torque) implements Actuator {
    @Override
    public int commands() {
      return 2;
    }
  }
}
