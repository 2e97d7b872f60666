package eyas.sim.sensor;

import eyas.assets.spatial.Vec3;
import java.util.ArrayList;
import java.util.List;

/**
 * The points p with {@code normal · p <= offset}.
 *
 * @param normal outward unit normal
 * @param offset distance of its face from the origin along the normal [m]
 */
record HalfSpace(Vec3 normal, double offset) {
  private static final double TOLERANCE = 1e-7;
  private static final int MOST = 1024;

  /**
   * Returns the half spaces whose common part is the convex hull of points: the planes through
   * three of them that have all others on one side. The time grows with the cube of their number.
   */
  static List<HalfSpace> around(List<Vec3> points) {
    SensorException.require(
        points.size() >= 4 && points.size() <= MOST,
        "A convex hull has %d vertices; cameras see hulls of 4 to %d.",
        points.size(),
        MOST);
    double size = points.stream().mapToDouble(Vec3::norm).max().orElse(0);
    List<HalfSpace> faces = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      for (int j = i + 1; j < points.size(); j++) {
        for (int k = j + 1; k < points.size(); k++) {
          through(points.get(i), points.get(j), points.get(k), points, size, faces);
        }
      }
    }
    SensorException.require(
        faces.size() >= 4, "The %d vertices of a convex hull lie in one plane.", points.size());
    return List.copyOf(faces);
  }

  private static void through(
      Vec3 a, Vec3 b, Vec3 c, List<Vec3> points, double size, List<HalfSpace> faces) {
    Vec3 across = b.minus(a).cross(c.minus(a));
    // three points in a line have no plane
    if (across.norm() < 1e-6 * size * size) {
      return;
    }
    Vec3 normal = across.times(1 / across.norm());
    add(new HalfSpace(normal, normal.dot(a)), points, size, faces);
    add(new HalfSpace(normal.times(-1), -normal.dot(a)), points, size, faces);
  }

  private static void add(HalfSpace face, List<Vec3> points, double size, List<HalfSpace> faces) {
    boolean isKnown = faces.stream().anyMatch(other -> other.normal.dot(face.normal) > 1 - 1e-10);
    if (!isKnown && points.stream().allMatch(p -> face.holds(p, TOLERANCE * size))) {
      faces.add(face);
    }
  }

  private boolean holds(Vec3 point, double tolerance) {
    return normal.dot(point) <= offset + tolerance;
  }
}
