package eyas.sim.engine.opencl.scene;

import eyas.assets.robot.Collider;
import eyas.assets.robot.Link;
import eyas.assets.robot.Shape;
import eyas.assets.scene.Base;
import eyas.assets.scene.KinematicTree;
import eyas.assets.scene.Scene;
import eyas.assets.scene.SceneRobot;
import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Vec3;
import eyas.sim.engine.scene.SceneLayout;
import java.util.ArrayList;
import java.util.List;

/** Every collider of a scene with what carries it. */
final class Colliders {
  private final Mechanism mechanism;
  private final List<Placed> all = new ArrayList<>();

  /**
   * A collider.
   *
   * @param collider pose in the frame of its mover, as the kernel turns it; for one at rest in the
   *     axes of the world
   * @param rest origin of the solid of a collider at rest, about which its size changes
   * @param mover free body, or link behind the free bodies, or -1 at rest
   * @param solid index of the solid, -1 for a fixture
   * @param robot index of the robot, -1 for others
   * @param body index of the body in the robot's tree
   * @param link name of the robot's link
   */
  record Placed(
      Collider collider, Vec3 rest, int mover, int solid, int robot, int body, String link) {
    Shape shape() {
      return collider.shape();
    }

    /** Returns the radius of the ball about it [m]. */
    double reach() {
      if (shape() instanceof Shape.Sphere ball) {
        return ball.radius();
      } else if (shape() instanceof Shape.Box box) {
        return new Vec3(box.halfX(), box.halfY(), box.halfZ()).norm();
      } else if (shape() instanceof Shape.Cylinder cylinder) {
        return Math.hypot(cylinder.radius(), cylinder.halfLength());
      } else if (shape() instanceof Shape.Capsule capsule) {
        return capsule.radius() + capsule.halfLength();
      } else if (shape() instanceof Shape.Convex hull) {
        return hull.vertices().stream().mapToDouble(Vec3::norm).max().orElse(0);
      }
      return 0;
    }

    /** Returns radius or half edges [m]. */
    double[] size() {
      if (shape() instanceof Shape.Sphere ball) {
        return new double[] {ball.radius(), 0, 0};
      } else if (shape() instanceof Shape.Box box) {
        return new double[] {box.halfX(), box.halfY(), box.halfZ()};
      } else if (shape() instanceof Shape.Cylinder cylinder) {
        return new double[] {cylinder.radius(), cylinder.radius(), cylinder.halfLength()};
      } else if (shape() instanceof Shape.Capsule capsule) {
        return new double[] {capsule.radius(), capsule.radius(), capsule.halfLength()};
      }
      return new double[3];
    }
  }

  Colliders(Mechanism mechanism) {
    this.mechanism = mechanism;
    SceneLayout layout = mechanism.layout();
    Scene scene = layout.scene();
    scene.fixtures().forEach(fixture -> atRest(fixture, Pose.IDENTITY, -1, -1, ""));
    List<SceneLayout.Solid> solids = layout.solids();
    for (int s = 0; s < solids.size(); s++) {
      SceneLayout.Solid solid = solids.get(s);
      if (solid.robot() < 0) {
        for (Collider collider : scene.bodies().get(solid.body()).colliders()) {
          all.add(new Placed(collider, Vec3.ZERO, solid.body(), s, -1, solid.body(), ""));
        }
      } else {
        ofRobot(s, solid);
      }
    }
  }

  private void ofRobot(int s, SceneLayout.Solid solid) {
    SceneRobot robot = mechanism.layout().scene().robots().get(solid.robot());
    KinematicTree tree = mechanism.layout().tree(solid.robot());
    boolean root = solid.body() == KinematicTree.ROOT;
    KinematicTree.Body body = root ? tree.root() : tree.bodies().get(solid.body()).body();
    for (Collider collider : body.colliders()) {
      String link = linkOf(robot, collider.name());
      if (root && robot.base() != Base.FLOATING) {
        atRest(collider, robot.pose(), s, solid.robot(), link);
        continue;
      }
      int number = mechanism.link(solid.robot(), solid.body());
      Pose align = new Pose(Vec3.ZERO, mechanism.links().get(number).align().conjugate());
      int mover = mechanism.layout().scene().bodies().size() + number;
      all.add(
          new Placed(collider.in(align), Vec3.ZERO, mover, s, solid.robot(), solid.body(), link));
    }
  }

  private void atRest(Collider collider, Pose root, int solid, int robot, String link) {
    Pose turn = new Pose(Vec3.ZERO, root.orientation());
    all.add(
        new Placed(collider.in(turn), root.position(), -1, solid, robot, KinematicTree.ROOT, link));
  }

  // colliders have names that are unique in their robot
  private static String linkOf(SceneRobot robot, String collider) {
    for (Link link : robot.model().links()) {
      if (link.colliders().stream().anyMatch(c -> c.name().equals(collider))) {
        return link.name();
      }
    }
    return "";
  }

  List<Placed> all() {
    return all;
  }

  Mechanism mechanism() {
    return mechanism;
  }

  void addTo(ConstantTables tables) {
    SceneLayout layout = mechanism.layout();
    List<Vec3> vertices = new ArrayList<>();
    int[] first = new int[all.size() + 1];
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).shape() instanceof Shape.Convex hull) {
        vertices.addAll(hull.vertices());
      }
      first[i + 1] = vertices.size();
    }
    tables
        .ints("COLLIDER_KIND", all.stream().mapToInt(c -> PairKind.rank(c.shape())).toArray())
        .ints("COLLIDER_MOVER", all.stream().mapToInt(Placed::mover).toArray())
        .ints(
            "COLLIDER_PARAMETERS",
            all.stream()
                .mapToInt(c -> c.solid() < 0 ? -1 : layout.solidParameters(c.solid()))
                .toArray())
        .reals("COLLIDER_PLACE", flat(all.stream().map(c -> c.collider().pose().position())))
        .reals("COLLIDER_ROOT", flat(all.stream().map(Placed::rest)))
        .reals(
            "COLLIDER_TURN",
            all.stream()
                .flatMapToDouble(
                    c ->
                        java.util.Arrays.stream(
                            MotionTables.rotation(c.collider().pose().orientation())))
                .toArray())
        .reals(
            "COLLIDER_SIZE",
            all.stream().flatMapToDouble(c -> java.util.Arrays.stream(c.size())).toArray())
        .reals("COLLIDER_REACH", all.stream().mapToDouble(Placed::reach).toArray())
        .reals(
            "COLLIDER_FRICTION", all.stream().mapToDouble(c -> c.collider().friction()).toArray())
        .ints("COLLIDER_VERTEX", first)
        .reals("VERTEX", flat(vertices.stream()));
  }

  private static double[] flat(java.util.stream.Stream<Vec3> vectors) {
    return vectors.flatMapToDouble(v -> java.util.Arrays.stream(v.toArray())).toArray();
  }
}
