package eyas.assets.scene;

import eyas.assets.robot.Collider;
import eyas.assets.robot.Joint;
import eyas.assets.robot.Shape;
import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Vec3;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds bodies that start in one another. Joints stand at 0, or at the limit next to it. What the
 * engines never let touch (neighbours, pairs that are apart, a planar base and its plane) is left
 * out.
 */
final class StartCheck {
  /** Depth that is no fault [m]. */
  static final double ALLOWED = 1e-3;

  private final Scene scene;

  /** Two names. */
  record Overlap(String first, String second) {}

  /** A collider in the world; robot -1 and body -1 for what stands still. */
  private record Placed(String name, int robot, int body, Shape shape, Pose pose, boolean moves) {}

  StartCheck(Scene scene) {
    this.scene = scene;
  }

  Optional<Overlap> overlap() {
    List<Placed> all = placed();
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        Placed a = all.get(i);
        Placed b = all.get(j);
        if ((a.moves() || b.moves()) && mayTouch(a, b) && overlap(a, b)) {
          return Optional.of(new Overlap(a.name(), b.name()));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean overlap(Placed a, Placed b) {
    if (a.shape() instanceof Shape.Plane) {
      return below(b, a.pose());
    } else if (b.shape() instanceof Shape.Plane) {
      return below(a, b.pose());
    }
    Support first = Support.of(a.shape(), a.pose());
    Support second = Support.of(b.shape(), b.pose());
    return new ConvexOverlap(first, a.pose(), second, b.pose()).deeperThan(ALLOWED);
  }

  private static boolean below(Placed body, Pose plane) {
    if (body.shape() instanceof Shape.Plane) {
      return false;
    }
    Vec3 up = plane.orientation().rotate(new Vec3(0, 0, 1));
    Vec3 lowest = Support.of(body.shape(), body.pose()).furthest(up.times(-1));
    return lowest.minus(plane.position()).dot(up) < -ALLOWED;
  }

  private List<Placed> placed() {
    List<Placed> all = new ArrayList<>();
    for (Collider fixture : scene.fixtures()) {
      all.add(new Placed(fixture.name(), -1, -1, fixture.shape(), fixture.pose(), false));
    }
    for (int r = 0; r < scene.robots().size(); r++) {
      addRobot(all, r);
    }
    for (SceneBody body : scene.bodies()) {
      for (Collider collider : body.colliders()) {
        Pose pose = body.start().times(collider.pose());
        all.add(new Placed(body.name(), -1, all.size(), collider.shape(), pose, true));
      }
    }
    return all;
  }

  private void addRobot(List<Placed> all, int index) {
    SceneRobot robot = scene.robots().get(index);
    KinematicTree tree = robot.tree();
    double[] q = tree.bodies().stream().mapToDouble(b -> nearZero(b.joint())).toArray();
    ForwardKinematics at = ForwardKinematics.of(tree, robot.pose(), q);
    boolean rootMoves = robot.base() == Base.FLOATING;
    add(all, robot, index, KinematicTree.ROOT, tree.root(), at, rootMoves);
    for (int b = 0; b < q.length; b++) {
      add(all, robot, index, b, tree.bodies().get(b).body(), at, true);
    }
  }

  /** Returns the position of a joint that is nearest to 0. */
  private static double nearZero(Joint joint) {
    return Math.max(joint.limits().lower(), Math.min(joint.limits().upper(), 0));
  }

  private static void add(
      List<Placed> all,
      SceneRobot robot,
      int index,
      int number,
      KinematicTree.Body body,
      ForwardKinematics at,
      boolean moves) {
    for (Collider c : body.colliders()) {
      String name = robot.name() + "/" + body.name();
      all.add(new Placed(name, index, number, c.shape(), at.body(number).times(c.pose()), moves));
    }
  }

  private boolean mayTouch(Placed a, Placed b) {
    if (a.robot() < 0 && b.robot() < 0) {
      return a.body() != b.body();
    }
    if (a.robot() != b.robot()) {
      boolean planar =
          (a.robot() >= 0 && scene.robots().get(a.robot()).base() == Base.PLANAR)
              || (b.robot() >= 0 && scene.robots().get(b.robot()).base() == Base.PLANAR);
      boolean plane = a.shape() instanceof Shape.Plane || b.shape() instanceof Shape.Plane;
      return !(planar && plane);
    }
    SceneRobot robot = scene.robots().get(a.robot());
    KinematicTree tree = robot.tree();
    return a.body() != b.body()
        && !parent(tree, a.body(), b.body())
        && !parent(tree, b.body(), a.body())
        && robot.apart().stream().noneMatch(pair -> are(tree, pair, a.body(), b.body()));
  }

  private static boolean parent(KinematicTree tree, int parent, int child) {
    return child != KinematicTree.ROOT && tree.bodies().get(child).joint().parent() == parent;
  }

  private static boolean are(KinematicTree tree, SceneRobot.LinkPair pair, int a, int b) {
    int first = tree.frame(pair.first()).body();
    int second = tree.frame(pair.second()).body();
    return (first == a && second == b) || (first == b && second == a);
  }
}
