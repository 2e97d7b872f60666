package eyas.sim.engine.bullet.scene;

import com.bulletphysics.collision.shapes.BoxShape;
import com.bulletphysics.collision.shapes.CapsuleShapeZ;
import com.bulletphysics.collision.shapes.CollisionShape;
import com.bulletphysics.collision.shapes.CompoundShape;
import com.bulletphysics.collision.shapes.ConvexHullShape;
import com.bulletphysics.collision.shapes.CylinderShapeZ;
import com.bulletphysics.collision.shapes.SphereShape;
import com.bulletphysics.collision.shapes.StaticPlaneShape;
import com.bulletphysics.util.ObjectArrayList;
import eyas.assets.robot.Collider;
import eyas.assets.robot.Shape;
import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Vec3;
import java.util.List;
import javax.vecmath.Vector3f;

/** JBullet's shapes; each carries the friction coefficient of its collider. */
final class BulletShapes {
  // JBullet shrinks a shape by its margin and rounds it by as much; hulls grow by it
  private static final double MARGIN = 1e-3;
  private static final float HULL_MARGIN = 1e-4f;

  private BulletShapes() {}

  /** Returns the shape of a collider. */
  static CollisionShape of(Collider collider, SolidParameters parameters) {
    CollisionShape shape = of(collider.shape(), parameters.size());
    shape.setUserPointer(parameters.friction() * collider.friction());
    return shape;
  }

  /** Returns the coefficient of friction between two shapes. */
  static float friction(CollisionShape first, CollisionShape second) {
    double product = (Double) first.getUserPointer() * (Double) second.getUserPointer();
    return (float) Math.sqrt(product);
  }

  private static CollisionShape of(Shape shape, double size) {
    if (shape instanceof Shape.Sphere ball) {
      return new SphereShape((float) (size * ball.radius()));
    }
    if (shape instanceof Shape.Box box) {
      return rounded(new BoxShape(half(size, box.halfX(), box.halfY(), box.halfZ())));
    }
    if (shape instanceof Shape.Cylinder round) {
      return rounded(
          new CylinderShapeZ(half(size, round.radius(), round.radius(), round.halfLength())));
    }
    if (shape instanceof Shape.Capsule capsule) {
      return new CapsuleShapeZ(
          (float) (size * capsule.radius()), (float) (2 * size * capsule.halfLength()));
    }
    if (shape instanceof Shape.Convex hull) {
      return hull(hull.vertices(), size);
    }
    return new StaticPlaneShape(new Vector3f(0, 0, 1), 0);
  }

  private static Vector3f half(double size, double x, double y, double z) {
    return new Vector3f((float) (size * x), (float) (size * y), (float) (size * z));
  }

  private static CollisionShape rounded(BoxShape shape) {
    Vector3f half = shape.getHalfExtentsWithMargin(new Vector3f());
    shape.setMargin((float) Math.min(MARGIN, Math.min(half.x, Math.min(half.y, half.z)) / 4));
    return shape;
  }

  private static CollisionShape hull(List<Vec3> vertices, double size) {
    ObjectArrayList<Vector3f> points = new ObjectArrayList<>();
    vertices.forEach(vertex -> points.add(Transforms.vector(vertex.times(size))));
    ConvexHullShape hull = new ConvexHullShape(points);
    hull.setMargin(HULL_MARGIN);
    return hull;
  }

  /** Returns all colliders of a moving solid as one shape in its principal frame. */
  static CollisionShape compound(
      List<Collider> colliders, SolidParameters parameters, Pose principal) {
    CompoundShape all = new CompoundShape();
    for (Collider collider : colliders) {
      Pose place = principal.inverse().times(place(collider, parameters));
      all.addChildShape(Transforms.transform(place), of(collider, parameters));
    }
    return all;
  }

  /** Returns where a collider is in the frame of its solid. */
  static Pose place(Collider collider, SolidParameters parameters) {
    Pose pose = collider.pose();
    return new Pose(pose.position().times(parameters.size()), pose.orientation());
  }
}
