package eyas.assets.scene;

import eyas.assets.robot.Shape;
import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Vec3;
import java.util.Comparator;

/** The furthest point of a convex body in a direction. */
interface Support {
  /** Returns the point [m]. */
  Vec3 furthest(Vec3 direction);

  /** Returns the support of a shape in the world; planes have none. */
  static Support of(Shape shape, Pose pose) {
    return direction -> pose.apply(local(shape, pose.orientation().conjugate().rotate(direction)));
  }

  private static Vec3 local(Shape shape, Vec3 d) {
    if (shape instanceof Shape.Sphere s) {
      return d.times(s.radius() / Math.max(d.norm(), 1e-300));
    } else if (shape instanceof Shape.Box b) {
      return new Vec3(
          Math.copySign(b.halfX(), d.x()),
          Math.copySign(b.halfY(), d.y()),
          Math.copySign(b.halfZ(), d.z()));
    } else if (shape instanceof Shape.Cylinder c) {
      double flat = Math.max(Math.hypot(d.x(), d.y()), 1e-300);
      return new Vec3(
          c.radius() * d.x() / flat,
          c.radius() * d.y() / flat,
          Math.copySign(c.halfLength(), d.z()));
    } else if (shape instanceof Shape.Capsule c) {
      Vec3 ball = d.times(c.radius() / Math.max(d.norm(), 1e-300));
      return ball.plus(new Vec3(0, 0, Math.copySign(c.halfLength(), d.z())));
    } else if (shape instanceof Shape.Convex hull) {
      return hull.vertices().stream().max(Comparator.comparingDouble(d::dot)).orElseThrow();
    }
    throw new SceneException("A plane has no furthest point.");
  }
}
