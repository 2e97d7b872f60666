package eyas.sim.sensor;

import eyas.assets.robot.Shape;
import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Vec3;
import java.util.List;

/**
 * A shape that rays are cast at.
 *
 * @param kind the kernels' number of its form
 * @param owner index of the solid that carries it, {@link #WORLD} for none
 * @param instance index of the instance that it belongs to
 * @param pose in the frame of its owner
 * @param size half sizes [m]; of round shapes radius, radius and half length
 * @param middle middle of a box about it in its own frame [m]
 * @param half half edges of that box [m]
 * @param faces half spaces whose common part it is, for convex hulls only
 */
record Primitive(
    int kind,
    int owner,
    int instance,
    Pose pose,
    Vec3 size,
    Vec3 middle,
    Vec3 half,
    List<HalfSpace> faces) {
  static final int WORLD = -1;

  private static final int SPHERE = 0;
  private static final int BOX = 1;
  private static final int CYLINDER = 2;
  private static final int CAPSULE = 3;
  private static final int PLANE = 4;
  private static final int CONVEX = 5;
  private static final int WALL = 6;

  static Primitive of(Shape shape, int owner, int instance, Pose pose) {
    if (shape instanceof Shape.Sphere s) {
      return round(SPHERE, owner, instance, pose, s.radius(), 0, s.radius());
    } else if (shape instanceof Shape.Cylinder c) {
      return round(CYLINDER, owner, instance, pose, c.radius(), c.halfLength(), c.halfLength());
    } else if (shape instanceof Shape.Capsule c) {
      double reach = c.halfLength() + c.radius();
      return round(CAPSULE, owner, instance, pose, c.radius(), c.halfLength(), reach);
    } else if (shape instanceof Shape.Box b) {
      Vec3 half = new Vec3(b.halfX(), b.halfY(), b.halfZ());
      return new Primitive(BOX, owner, instance, pose, half, Vec3.ZERO, half, List.of());
    } else if (shape instanceof Shape.Convex c) {
      return hull(owner, instance, pose, c.vertices());
    }
    return new Primitive(PLANE, owner, instance, pose, Vec3.ZERO, Vec3.ZERO, Vec3.ZERO, List.of());
  }

  static Primitive of(ArenaWall wall, int instance) {
    double half = wall.height() / 2;
    Pose pose = new Pose(wall.centre().plus(new Vec3(0, 0, half)), Pose.IDENTITY.orientation());
    return round(WALL, WORLD, instance, pose, wall.radius(), half, half);
  }

  private static Primitive round(
      int kind, int owner, int instance, Pose pose, double radius, double length, double reach) {
    Vec3 size = new Vec3(radius, radius, length);
    Vec3 half = new Vec3(radius, radius, reach);
    return new Primitive(kind, owner, instance, pose, size, Vec3.ZERO, half, List.of());
  }

  private static Primitive hull(int owner, int instance, Pose pose, List<Vec3> vertices) {
    Vec3 low = vertices.stream().reduce(Primitive::least).orElse(Vec3.ZERO);
    Vec3 high = vertices.stream().reduce(Primitive::greatest).orElse(Vec3.ZERO);
    Vec3 middle = low.plus(high).times(0.5);
    Vec3 half = high.minus(low).times(0.5);
    return new Primitive(
        CONVEX, owner, instance, pose, half, middle, half, HalfSpace.around(vertices));
  }

  private static Vec3 least(Vec3 a, Vec3 b) {
    return new Vec3(Math.min(a.x(), b.x()), Math.min(a.y(), b.y()), Math.min(a.z(), b.z()));
  }

  private static Vec3 greatest(Vec3 a, Vec3 b) {
    return new Vec3(Math.max(a.x(), b.x()), Math.max(a.y(), b.y()), Math.max(a.z(), b.z()));
  }
}
