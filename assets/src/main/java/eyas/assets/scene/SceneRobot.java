package eyas.assets.scene;

import eyas.assets.robot.RobotModel;
import eyas.assets.spatial.Pose;
import java.util.List;

/**
 * A robot in a scene.
 *
 * @param name name, unique in the scene
 * @param model what it is made of
 * @param base how its root is held
 * @param pose of a fixed root, or of the origin of a planar base, in the world; of a floating root
 *     at the start
 * @param actuators drives in the order of the commands
 * @param apart pairs of links that never touch each other; neighbours never do anyhow
 */
public record SceneRobot(
    String name,
    RobotModel model,
    Base base,
    Pose pose,
    List<Actuator> actuators,
    List<LinkPair> apart) {
  /** Copies the lists. */
  public SceneRobot {
    actuators = List.copyOf(actuators);
    apart = List.copyOf(apart);
  }

  /** Two links by their names. */
  public record LinkPair(String first, String second) {}

  /** Returns the robot as engines advance it. */
  public KinematicTree tree() {
    return KinematicTree.of(model, base);
  }
}
