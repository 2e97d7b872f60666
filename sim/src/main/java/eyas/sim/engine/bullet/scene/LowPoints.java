package eyas.sim.engine.bullet.scene;

import com.bulletphysics.collision.shapes.BoxShape;
import com.bulletphysics.collision.shapes.CapsuleShape;
import com.bulletphysics.collision.shapes.ConvexHullShape;
import com.bulletphysics.collision.shapes.ConvexShape;
import com.bulletphysics.collision.shapes.CylinderShape;
import java.util.ArrayList;
import java.util.List;
import javax.vecmath.Vector3f;

/** The points of a convex shape that may touch a plane, in the shape's frame. */
final class LowPoints {
  private static final int RIM = 4;

  private final List<Vector3f> points = new ArrayList<>();
  private final Vector3f vector = new Vector3f();
  private int count;

  /**
   * Finds the points.
   *
   * @param up the plane's normal in the shape's frame
   * @return their number
   */
  int find(ConvexShape shape, Vector3f up) {
    count = 0;
    if (shape instanceof CylinderShape round) {
      round.getHalfExtentsWithMargin(vector);
      rims(vector.x, vector.z, up);
    } else if (shape instanceof BoxShape box) {
      box.getHalfExtentsWithMargin(vector);
      corners(vector.x, vector.y, vector.z);
    } else if (shape instanceof CapsuleShape capsule) {
      balls(capsule.getHalfHeight(), capsule.getRadius(), up);
    } else if (shape instanceof ConvexHullShape hull) {
      hull.getPoints().forEach(point -> next().set(point));
    } else {
      vector.negate(up);
      shape.localGetSupportingVertex(vector, next());
    }
    return count;
  }

  Vector3f get(int point) {
    return points.get(point);
  }

  private Vector3f next() {
    if (count == points.size()) {
      points.add(new Vector3f());
    }
    return points.get(count++);
  }

  private void corners(float x, float y, float z) {
    for (int i = 0; i < 8; i++) {
      next().set((i & 1) == 0 ? x : -x, (i & 2) == 0 ? y : -y, (i & 4) == 0 ? z : -z);
    }
  }

  // on each rim the lowest point, and three more a quarter of the way round
  private void rims(float radius, float half, Vector3f up) {
    double lowest = Math.atan2(-up.y, -up.x);
    for (int i = 0; i < 2 * RIM; i++) {
      double angle = lowest + 2 * Math.PI * (i % RIM) / RIM;
      next()
          .set(
              (float) (radius * Math.cos(angle)),
              (float) (radius * Math.sin(angle)),
              i < RIM ? half : -half);
    }
  }

  private void balls(float half, float radius, Vector3f up) {
    next().set(-radius * up.x, -radius * up.y, half - radius * up.z);
    next().set(-radius * up.x, -radius * up.y, -half - radius * up.z);
  }
}
