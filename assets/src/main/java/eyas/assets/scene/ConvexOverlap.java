package eyas.assets.scene;

import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Vec3;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether two convex bodies are in one another: they are not where they keep apart along some
 * direction. Tries the axes of both frames and their products, which is exact for boxes (separating
 * axes), and the directions of Gilbert's algorithm, which find the nearest points of other bodies.
 */
record ConvexOverlap(Support a, Pose frameA, Support b, Pose frameB) {
  private static final int ITERATIONS = 200;

  /** Whether the bodies are deeper than a distance [m] in one another. */
  boolean deeperThan(double allowed) {
    for (Vec3 axis : axes()) {
      if (depth(axis) <= allowed || depth(axis.times(-1)) <= allowed) {
        return false;
      }
    }
    // v goes towards the point of the difference a - b that is nearest to 0
    Vec3 v = frameA.position().minus(frameB.position());
    for (int i = 0; i < ITERATIONS && v.norm() > 1e-9; i++) {
      Vec3 away = v.times(-1 / v.norm());
      if (depth(away) <= allowed) {
        return false;
      }
      Vec3 step = difference(away).minus(v);
      double length = step.dot(step);
      double share = length > 0 ? Math.max(0, Math.min(1, -v.dot(step) / length)) : 0;
      v = v.plus(step.times(share));
    }
    return true;
  }

  // how far the bodies would have to move along a unit vector to touch only [m]
  private double depth(Vec3 direction) {
    return difference(direction).dot(direction);
  }

  private Vec3 difference(Vec3 direction) {
    return a.furthest(direction).minus(b.furthest(direction.times(-1)));
  }

  private List<Vec3> axes() {
    List<Vec3> first = axes(frameA);
    List<Vec3> second = axes(frameB);
    List<Vec3> all = new ArrayList<>(first);
    all.addAll(second);
    for (Vec3 x : first) {
      for (Vec3 y : second) {
        Vec3 product = x.cross(y);
        if (product.norm() > 1e-6) {
          all.add(product.times(1 / product.norm()));
        }
      }
    }
    return all;
  }

  private static List<Vec3> axes(Pose frame) {
    return List.of(
        frame.orientation().rotate(new Vec3(1, 0, 0)),
        frame.orientation().rotate(new Vec3(0, 1, 0)),
        frame.orientation().rotate(new Vec3(0, 0, 1)));
  }
}
