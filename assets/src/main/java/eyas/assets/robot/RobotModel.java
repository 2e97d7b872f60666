package eyas.assets.robot;

import java.util.List;

/**
 * A tree of links. Link 0 is the root; joint i moves link i + 1, and parents come before children.
 *
 * @param name name of the robot
 * @param links links, root first
 * @param joints one for each link but the root
 */
public record RobotModel(String name, List<Link> links, List<Joint> joints) {
  /** Checks the order. */
  public RobotModel {
    links = List.copyOf(links);
    joints = List.copyOf(joints);
    if (joints.size() != links.size() - 1) {
      throw new IllegalRobotException(
          "Robot `%s` has %d links and %d joints; a tree has one joint less than links."
              .formatted(name, links.size(), joints.size()));
    }
    for (int i = 0; i < joints.size(); i++) {
      Joint joint = joints.get(i);
      if (joint.child() != i + 1 || joint.parent() > i || joint.parent() < 0) {
        throw new IllegalRobotException(
            "Robot `%s`: joint `%s` joins links %d and %d; it must join link %d to one before it."
                .formatted(name, joint.name(), joint.parent(), joint.child(), i + 1));
      }
    }
  }
}
