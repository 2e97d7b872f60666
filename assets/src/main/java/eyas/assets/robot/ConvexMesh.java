package eyas.assets.robot;

import eyas.assets.spatial.Vec3;
import java.util.ArrayList;
import java.util.List;

/** Checks that a mesh is convex. */
final class ConvexMesh {
  /** Most corners after those that lie together are one. */
  static final int MOST_CORNERS = 128;

  private static final double TOGETHER = 1e-6;
  private static final double OUTSIDE = 1e-4;

  private ConvexMesh() {}

  /** Returns the shape, corners counted from their mean. */
  static UrdfShape of(List<Triangle> triangles) {
    if (triangles.size() < 4) {
      throw new IllegalRobotException(
          "it has %d faces; a solid has four at least.".formatted(triangles.size()));
    }
    double size = size(triangles);
    List<Vec3> corners = merged(triangles, TOGETHER * size);
    Vec3 sum = corners.stream().reduce(Vec3.ZERO, Vec3::plus);
    Vec3 middle = sum.times(1.0 / corners.size());
    double thickness = Double.POSITIVE_INFINITY;
    for (Triangle t : triangles) {
      thickness = Math.min(thickness, depth(t, middle, corners, OUTSIDE * size));
    }
    if (!(thickness > OUTSIDE * size) || Double.isInfinite(thickness)) {
      throw new IllegalRobotException("it is flat; a solid has a volume.");
    }
    Shape shape = new Shape.Convex(corners.stream().map(c -> c.minus(middle)).toList());
    return new UrdfShape(shape, middle.x(), middle.y(), middle.z());
  }

  private static double size(List<Triangle> triangles) {
    Vec3 first = triangles.get(0).a();
    return triangles.stream()
        .flatMap(t -> t.corners().stream())
        .mapToDouble(c -> c.minus(first).norm())
        .max()
        .orElse(0);
  }

  private static List<Vec3> merged(List<Triangle> triangles, double near) {
    List<Vec3> corners = new ArrayList<>();
    for (Triangle t : triangles) {
      for (Vec3 c : t.corners()) {
        if (corners.stream().noneMatch(other -> other.minus(c).norm() <= near)) {
          corners.add(c);
        }
      }
      if (corners.size() > MOST_CORNERS) {
        throw new IllegalRobotException(
            "it has more than %d corners. Simplify it, or use its convex hull."
                .formatted(MOST_CORNERS));
      }
    }
    return corners;
  }

  // distance of the middle from the face's plane; no corner may lie beyond it
  private static double depth(Triangle t, Vec3 middle, List<Vec3> corners, double tolerance) {
    Vec3 area = t.b().minus(t.a()).cross(t.c().minus(t.a()));
    if (area.norm() < 1e-12 * tolerance) {
      return Double.POSITIVE_INFINITY;
    }
    Vec3 up = area.times(1 / area.norm());
    double inside = middle.minus(t.a()).dot(up);
    Vec3 out = inside > 0 ? up.times(-1) : up;
    for (Vec3 c : corners) {
      double beyond = c.minus(t.a()).dot(out);
      if (beyond > tolerance) {
        throw new IllegalRobotException(
            "it is not convex: the corner (%.4g, %.4g, %.4g) lies %.3g m outside of a face. Use its"
                    .formatted(c.x(), c.y(), c.z(), beyond)
                + " convex hull, or several convex parts.");
      }
    }
    return Math.abs(inside);
  }
}
