package eyas.assets.scene;

import eyas.assets.robot.IllegalRobotException;
import eyas.assets.robot.Joint;
import eyas.assets.robot.JointType;
import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Quaternion;
import eyas.assets.spatial.Vec3;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the parts of a robot are, in double precision.
 *
 * @param tree the robot
 * @param root pose of its root in the world
 * @param bodies poses of the bodies of the tree in the world
 */
public record ForwardKinematics(KinematicTree tree, Pose root, List<Pose> bodies) {
  /** Copies the list. */
  public ForwardKinematics {
    bodies = List.copyOf(bodies);
  }

  /**
   * Places a robot.
   *
   * @param tree the robot
   * @param root pose of its root in the world
   * @param positions of its movable joints [rad or m], in the order of the tree's bodies
   */
  public static ForwardKinematics of(KinematicTree tree, Pose root, double[] positions) {
    if (positions.length != tree.bodies().size()) {
      throw new IllegalRobotException(
          "%d joint positions were given; the robot has %d movable joints."
              .formatted(positions.length, tree.bodies().size()));
    }
    List<Pose> bodies = new ArrayList<>();
    for (int i = 0; i < positions.length; i++) {
      Joint joint = tree.bodies().get(i).joint();
      Pose parent = joint.parent() == KinematicTree.ROOT ? root : bodies.get(joint.parent());
      bodies.add(parent.times(joint.origin()).times(motion(joint, positions[i])));
    }
    return new ForwardKinematics(tree, root, bodies);
  }

  private static Pose motion(Joint joint, double position) {
    return joint.type() == JointType.PRISMATIC
        ? new Pose(joint.axis().times(position), Quaternion.IDENTITY)
        : new Pose(Vec3.ZERO, Quaternion.about(joint.axis(), position));
  }

  /** Returns where a body is, {@link KinematicTree#ROOT} for the root. */
  public Pose body(int index) {
    return index == KinematicTree.ROOT ? root : bodies.get(index);
  }

  /** Returns where a link is. */
  public Pose link(String name) {
    KinematicTree.Frame frame = tree.frame(name);
    return body(frame.body()).times(frame.pose());
  }
}
