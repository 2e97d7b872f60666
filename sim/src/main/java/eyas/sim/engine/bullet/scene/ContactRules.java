package eyas.sim.engine.bullet.scene;

import eyas.assets.robot.Collider;
import eyas.assets.robot.Shape;
import eyas.assets.scene.Base;
import eyas.assets.scene.KinematicTree;
import eyas.assets.scene.SceneRobot;
import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Vec3;
import eyas.sim.engine.scene.SceneLayout;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Who touches whom: everything but what never moves, neighbours in a robot, the pairs that its
 * scene keeps apart, and a planar base and the plane it slides on.
 */
final class ContactRules {
  /** Robot of free bodies and fixtures. */
  static final int NO_ROBOT = -1;

  private static final Vec3 UP = new Vec3(0, 0, 1);
  private static final int LAST_PLANAR_BODY = 2;

  private final SceneLayout layout;
  private final Set<Pair> apart = new HashSet<>();

  /**
   * What a JBullet body stands for.
   *
   * @param name in messages
   * @param robot index of the robot, or {@link #NO_ROBOT}
   * @param body index in the robot's tree
   * @param moves whether it moves
   * @param seen whether it has colliders
   * @param plane normal in the world, where it is a plane
   */
  record Tag(String name, int robot, int body, boolean moves, boolean seen, Optional<Vec3> plane) {
    /** What moves. */
    static Tag moving(String name, int robot, int body, boolean seen) {
      return new Tag(name, robot, body, true, seen, Optional.empty());
    }

    /** A collider that never moves; its pose in the world. */
    static Tag fixed(String name, int robot, Collider collider, Pose pose) {
      boolean plane = collider.shape() instanceof Shape.Plane;
      Optional<Vec3> up = plane ? Optional.of(pose.orientation().rotate(UP)) : Optional.empty();
      return new Tag(name, robot, KinematicTree.ROOT, false, true, up);
    }

    /** A mere frame that never moves. */
    static Tag frame(String name, int robot) {
      return new Tag(name, robot, KinematicTree.ROOT, false, false, Optional.empty());
    }
  }

  private record Pair(int robot, int first, int second) {
    static Pair of(int robot, int one, int other) {
      return new Pair(robot, Math.min(one, other), Math.max(one, other));
    }
  }

  ContactRules(SceneLayout layout) {
    this.layout = layout;
    for (int r = 0; r < layout.scene().robots().size(); r++) {
      KinematicTree tree = layout.tree(r);
      for (int b = 0; b < tree.bodies().size(); b++) {
        apart.add(Pair.of(r, b, tree.bodies().get(b).joint().parent()));
      }
      SceneRobot robot = layout.scene().robots().get(r);
      for (SceneRobot.LinkPair pair : robot.apart()) {
        apart.add(Pair.of(r, tree.frame(pair.first()).body(), tree.frame(pair.second()).body()));
      }
    }
  }

  boolean meet(Tag one, Tag other) {
    if (!one.seen || !other.seen || !(one.moves || other.moves)) {
      return false;
    }
    if (onItsPlane(one, other) || onItsPlane(other, one)) {
      return false;
    }
    return one.robot == NO_ROBOT
        || one.robot != other.robot
        || (one.body != other.body && !apart.contains(Pair.of(one.robot, one.body, other.body)));
  }

  // a planar base slides on its plane: contacts with it would push where it cannot move
  private boolean onItsPlane(Tag plane, Tag base) {
    if (plane.plane.isEmpty() || base.robot == NO_ROBOT || base.body > LAST_PLANAR_BODY) {
      return false;
    }
    SceneRobot robot = layout.scene().robots().get(base.robot);
    Vec3 up = robot.pose().orientation().rotate(UP);
    return robot.base() == Base.PLANAR && plane.plane.get().cross(up).norm() < 1e-6;
  }
}
