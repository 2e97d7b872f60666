package eyas.sim.engine.bullet.scene;

import com.bulletphysics.collision.shapes.BoxShape;
import com.bulletphysics.collision.shapes.ConvexShape;
import com.bulletphysics.linearmath.Transform;
import eyas.assets.spatial.Vec3;
import javax.vecmath.Vector3f;

/**
 * The best of several directions that may part two convex shapes. JBullet's GJK in single precision
 * turns its normal by up to a right angle where a shallow contact lies on a large side; along any
 * direction the gap is at most the true one, so the widest wins.
 */
final class PartingAxis {
  private final ConvexShape a;
  private final ConvexShape b;
  private final Transform placeA;
  private final Transform placeB;
  private final Vector3f local = new Vector3f();
  private final Vector3f support = new Vector3f();
  private Vec3 normal;
  private double gap;

  PartingAxis(ConvexShape a, Transform placeA, ConvexShape b, Transform placeB, Vec3 guess) {
    this.a = a;
    this.b = b;
    this.placeA = placeA;
    this.placeB = placeB;
    this.normal = guess;
    this.gap = gap(guess);
    sides(a, placeA);
    sides(b, placeB);
  }

  // the sides of boxes, and the ends of cylinders, which are boxes in JBullet
  private void sides(ConvexShape shape, Transform place) {
    if (!(shape instanceof BoxShape)) {
      return;
    }
    for (int k = 0; k < 3; k++) {
      place.basis.getColumn(k, local);
      Vec3 axis = Transforms.vector(local);
      attempt(axis);
      attempt(axis.times(-1));
    }
  }

  private void attempt(Vec3 direction) {
    double found = gap(direction);
    if (found > gap) {
      gap = found;
      normal = direction;
    }
  }

  private double gap(Vec3 direction) {
    return -reach(a, placeA, direction.times(-1)) - reach(b, placeB, direction);
  }

  private double reach(ConvexShape shape, Transform place, Vec3 direction) {
    Vec3 inShape = Transforms.pose(place).orientation().conjugate().rotate(direction);
    local.set(Transforms.vector(inShape));
    shape.localGetSupportingVertex(local, support);
    place.transform(support);
    return Transforms.vector(support).dot(direction);
  }

  /** Returns the direction from the second shape to the first. */
  Vec3 normal() {
    return normal;
  }

  /** Returns the gap along it, negative where they overlap [m]. */
  double gap() {
    return gap;
  }
}
