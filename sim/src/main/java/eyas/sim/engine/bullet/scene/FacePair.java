package eyas.sim.engine.bullet.scene;

import eyas.assets.spatial.Vec3;
import java.util.ArrayList;
import java.util.List;

/**
 * Contacts of two sides that face each other.
 *
 * @param first side of the first shape
 * @param second side of the second shape
 * @param normal from the second shape to the first
 */
record FacePair(Face first, Face second, Vec3 normal) {
  /**
   * A point where they touch.
   *
   * @param onSecond on the second shape [m]
   * @param gap distance along the normal, negative inside [m]
   */
  record Touch(Vec3 onSecond, double gap) {}

  /** Returns the corners of what the sides share; none where neither is flat. */
  List<Touch> touches() {
    List<Touch> found = new ArrayList<>();
    if (second.flat() && first.corners().size() > 1) {
      for (Vec3 corner : first.within(second, normal)) {
        double gap = above(second, corner);
        found.add(new Touch(corner.minus(normal.times(gap)), gap));
      }
    } else if (first.flat() && second.corners().size() > 1) {
      for (Vec3 corner : second.within(first, normal)) {
        found.add(new Touch(corner, -above(first, corner)));
      }
    }
    return found;
  }

  // height of a point over a side, along the normal
  private double above(Face side, Vec3 point) {
    Vec3 up = side.normal();
    return point.minus(side.corners().get(0)).dot(up) / normal.dot(up);
  }
}
