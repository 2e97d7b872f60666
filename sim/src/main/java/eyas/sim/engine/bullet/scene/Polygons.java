package eyas.sim.engine.bullet.scene;

import eyas.assets.spatial.Vec3;
import java.util.ArrayList;
import java.util.List;

/** Polygons in space by their corners. */
final class Polygons {
  private Polygons() {}

  /** Returns what is left on the inner side of a plane (Sutherland and Hodgman 1974). */
  static List<Vec3> clipped(List<Vec3> polygon, Vec3 out, double limit) {
    List<Vec3> kept = new ArrayList<>();
    for (int i = 0; i < polygon.size(); i++) {
      Vec3 from = polygon.get(i);
      Vec3 to = polygon.get((i + 1) % polygon.size());
      double before = out.dot(from) - limit;
      double after = out.dot(to) - limit;
      if (before <= 0) {
        kept.add(from);
      }
      if (before * after < 0) {
        kept.add(from.plus(to.minus(from).times(before / (before - after))));
      }
    }
    return kept;
  }
}
