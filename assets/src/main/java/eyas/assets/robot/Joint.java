package eyas.assets.robot;

import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Vec3;

/**
 * A joint between two links. Where it stands at 0, the child's frame is at {@code origin} in the
 * parent's.
 *
 * @param name name, unique in the robot
 * @param type how it moves
 * @param parent index of the parent link
 * @param child index of the child link
 * @param origin pose of the joint and the child in the parent's frame
 * @param axis unit vector in the joint's frame
 * @param limits range, effort and speed
 * @param damping viscous friction [N m s/rad or N s/m]
 * @param friction dry friction [N m or N]
 * @param armature inertia of the drive at the joint [kg m² or kg]
 */
public record Joint(
    String name,
    JointType type,
    int parent,
    int child,
    Pose origin,
    Vec3 axis,
    Limits limits,
    double damping,
    double friction,
    double armature) {
  /**
   * What a joint can do.
   *
   * @param lower least position [rad or m]
   * @param upper greatest position [rad or m]
   * @param effort greatest drive torque or force [N m or N]
   * @param speed greatest speed [rad/s or m/s]
   */
  public record Limits(double lower, double upper, double effort, double speed) {
    /** No limit at all. */
    public static final Limits NONE =
        new Limits(
            Double.NEGATIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            Double.POSITIVE_INFINITY);
  }
}
