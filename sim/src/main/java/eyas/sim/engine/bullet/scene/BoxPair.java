package eyas.sim.engine.bullet.scene;

import eyas.assets.spatial.Vec3;
import java.util.ArrayList;
import java.util.List;

/**
 * Contacts of two boxes: the axis of least overlap of the 15 that can part them (Gottschalk 1996),
 * then the corners of the facing side clipped by the other box's side, or the nearest points of two
 * edges. Edges must part the boxes clearly better than sides, as in ODE's dBoxBox2.
 */
final class BoxPair {
  // an edge axis must beat the sides by this share and this length [m]
  private static final double EDGE_SHARE = 0.95;
  private static final double EDGE_LENGTH = 1e-4;

  private final Box a;
  private final Box b;
  private final Vec3 apart;
  private final double reach;
  private double gap = Double.NEGATIVE_INFINITY;
  private Vec3 normal = new Vec3(0, 0, 1);
  private int sideOfA = -1;
  private int sideOfB = -1;

  /** A box by centre, axes and half its edges. */
  record Box(Vec3 centre, Vec3[] axes, double[] half) {
    double extent(Vec3 direction) {
      double sum = 0;
      for (int k = 0; k < 3; k++) {
        sum += half[k] * Math.abs(axes[k].dot(direction));
      }
      return sum;
    }

    /** Returns the corner that lies farthest along a direction. */
    Vec3 corner(Vec3 direction) {
      Vec3 corner = centre;
      for (int k = 0; k < 3; k++) {
        double sign = axes[k].dot(direction) < 0 ? -1 : 1;
        corner = corner.plus(axes[k].times(sign * half[k]));
      }
      return corner;
    }
  }

  /**
   * A point where they touch.
   *
   * @param normal from the second box to the first
   * @param onSecond on the second box [m]
   * @param gap distance, negative inside [m]
   */
  record Touch(Vec3 normal, Vec3 onSecond, double gap) {}

  BoxPair(Box a, Box b, double reach) {
    this.a = a;
    this.b = b;
    this.apart = a.centre.minus(b.centre);
    this.reach = reach;
  }

  /** Returns all points nearer than the reach. */
  List<Touch> touches() {
    for (int k = 0; k < 3; k++) {
      side(a.axes[k], k, -1);
      side(b.axes[k], -1, k);
    }
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        edges(i, j);
      }
    }
    if (gap > reach) {
      return List.of();
    }
    if (sideOfA < 0 && sideOfB < 0) {
      return List.of(edgeTouch());
    }
    return sideOfB >= 0
        ? sideTouches(b, a, normal, true)
        : sideTouches(a, b, normal.times(-1), false);
  }

  private double gap(Vec3 axis) {
    return Math.abs(apart.dot(axis)) - a.extent(axis) - b.extent(axis);
  }

  private void side(Vec3 axis, int ofA, int ofB) {
    double found = gap(axis);
    if (found > gap) {
      gap = found;
      normal = apart.dot(axis) < 0 ? axis.times(-1) : axis;
      sideOfA = ofA;
      sideOfB = ofB;
    }
  }

  private void edges(int i, int j) {
    Vec3 cross = a.axes[i].cross(b.axes[j]);
    double length = cross.norm();
    if (length < 1e-3) {
      return;
    }
    Vec3 axis = cross.times(1 / length);
    double found = gap(axis);
    double least = gap < 0 ? EDGE_SHARE * gap : gap / EDGE_SHARE;
    if (found > least + EDGE_LENGTH) {
      gap = found;
      normal = apart.dot(axis) < 0 ? axis.times(-1) : axis;
      sideOfA = -1;
      sideOfB = -1;
    }
  }

  // nearest points of the two edges that face each other
  private Touch edgeTouch() {
    Vec3 p = a.corner(normal.times(-1));
    Vec3 q = b.corner(normal);
    int i = alongEdge(a);
    int j = alongEdge(b);
    Vec3 u = a.axes[i];
    Vec3 v = b.axes[j];
    Vec3 between = q.minus(p);
    double uv = u.dot(v);
    double t = (u.dot(between) * uv - v.dot(between)) / (1 - uv * uv);
    return new Touch(normal, q.plus(v.times(t)), gap);
  }

  // the axis most across the normal
  private int alongEdge(Box box) {
    int best = 0;
    for (int k = 1; k < 3; k++) {
      if (Math.abs(box.axes[k].dot(normal)) < Math.abs(box.axes[best].dot(normal))) {
        best = k;
      }
    }
    return best;
  }

  // out is the outward normal of the reference side
  private List<Touch> sideTouches(Box reference, Box other, Vec3 out, boolean onReference) {
    int across = facing(reference, out);
    List<Vec3> polygon = incident(other, out);
    for (int k = 1; k < 3; k++) {
      int side = (across + k) % 3;
      for (int sign = -1; sign <= 1; sign += 2) {
        Vec3 plane = reference.axes[side].times(sign);
        double limit = plane.dot(reference.centre) + reference.half[side];
        polygon = Polygons.clipped(polygon, plane, limit);
      }
    }
    double top = out.dot(reference.centre) + reference.half[across];
    List<Touch> found = new ArrayList<>();
    for (Vec3 corner : polygon) {
      double distance = out.dot(corner) - top;
      if (distance < reach) {
        Vec3 onSecond = onReference ? corner.minus(out.times(distance)) : corner;
        found.add(new Touch(normal, onSecond, distance));
      }
    }
    return found;
  }

  private static int facing(Box box, Vec3 direction) {
    int best = 0;
    for (int k = 1; k < 3; k++) {
      if (Math.abs(box.axes[k].dot(direction)) > Math.abs(box.axes[best].dot(direction))) {
        best = k;
      }
    }
    return best;
  }

  // the four corners of the side that looks against the normal most
  private static List<Vec3> incident(Box box, Vec3 out) {
    int k = facing(box, out);
    double sign = box.axes[k].dot(out) > 0 ? -1 : 1;
    Vec3 middle = box.centre.plus(box.axes[k].times(sign * box.half[k]));
    Vec3 u = box.axes[(k + 1) % 3].times(box.half[(k + 1) % 3]);
    Vec3 v = box.axes[(k + 2) % 3].times(box.half[(k + 2) % 3]);
    return List.of(
        middle.plus(u).plus(v),
        middle.plus(u).minus(v),
        middle.minus(u).minus(v),
        middle.minus(u).plus(v));
  }
}
