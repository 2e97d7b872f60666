package eyas.sim.engine.bullet.scene;

import com.bulletphysics.collision.shapes.ConvexShape;
import com.bulletphysics.linearmath.Transform;
import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Vec3;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a convex shape shows to a direction: the corners of a side in their order around it, the two
 * ends of an edge, or one point.
 *
 * @param corners in the world [m]
 */
record Face(List<Vec3> corners) {
  // corners less deep than the deepest by more than this belong to another side [m]
  private static final double FLAT = 1e-3;

  static Face of(ConvexShape shape, Transform transform, Vec3 direction) {
    Pose pose = Transforms.pose(transform);
    Vec3 local = pose.orientation().conjugate().rotate(direction);
    LowPoints points = new LowPoints();
    int count = points.find(shape, Transforms.vector(local.times(-1)));
    List<Vec3> all = new ArrayList<>();
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      Vec3 corner = pose.apply(Transforms.vector(points.get(i)));
      all.add(corner);
      most = Math.max(most, corner.dot(direction));
    }
    double least = most - FLAT;
    all.removeIf(corner -> corner.dot(direction) < least);
    return new Face(around(all, direction));
  }

  private static List<Vec3> around(List<Vec3> corners, Vec3 axis) {
    Vec3 middle = Vec3.ZERO;
    for (Vec3 corner : corners) {
      middle = middle.plus(corner.times(1.0 / corners.size()));
    }
    Vec3 centre = middle;
    Vec3 first = corners.get(0).minus(centre);
    Vec3 u = first.minus(axis.times(first.dot(axis)));
    Vec3 v = axis.cross(u);
    corners.sort(
        Comparator.comparingDouble(
            corner -> Math.atan2(corner.minus(centre).dot(v), corner.minus(centre).dot(u))));
    return corners;
  }

  boolean flat() {
    return corners.size() > 2;
  }

  /** Returns the normal of the side, not of length 1 (Newell). */
  Vec3 normal() {
    Vec3 sum = Vec3.ZERO;
    for (int i = 0; i < corners.size(); i++) {
      sum = sum.plus(corners.get(i).minus(corners.get(0)).cross(next(i).minus(corners.get(0))));
    }
    return sum;
  }

  private Vec3 next(int corner) {
    return corners.get((corner + 1) % corners.size());
  }

  /** Returns what of this side lies within the outline of another, seen along an axis. */
  List<Vec3> within(Face outline, Vec3 axis) {
    boolean left = outline.normal().dot(axis) > 0;
    List<Vec3> polygon = corners;
    for (int i = 0; i < outline.corners.size(); i++) {
      Vec3 side = outline.next(i).minus(outline.corners.get(i));
      Vec3 out = left ? side.cross(axis) : axis.cross(side);
      polygon = Polygons.clipped(polygon, out, out.dot(outline.corners.get(i)));
    }
    return polygon;
  }
}
