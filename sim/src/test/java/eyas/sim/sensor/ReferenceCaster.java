package eyas.sim.sensor;

import eyas.assets.robot.Shape;
import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Vec3;
import java.util.List;

/**
 * Casts rays another way than the kernels, in double precision: it walks along a ray by the
 * distance to the nearest surface until it is there.
 */
final class ReferenceCaster {
  private static final double CLOSE = 1e-8;
  private static final double FAR = 60;
  private static final int STEPS = 4000;

  /** A thing in the world; convex bodies bring their planes. */
  record Thing(int id, Shape shape, double[][] planes, Pose pose, double scale) {}

  /** What a ray meets; id 0 for nothing. */
  record Hit(int id, double t, Vec3 normal) {}

  private final List<Thing> things;
  private final ArenaWall wall;
  private final int wallId;

  ReferenceCaster(List<Thing> things, ArenaWall wall, int wallId) {
    this.things = things;
    this.wall = wall;
    this.wallId = wallId;
  }

  /** Casts a ray from a point; t counts in lengths of the direction. */
  Hit cast(Vec3 from, Vec3 direction) {
    double length = direction.norm();
    Vec3 unit = direction.times(1 / length);
    Hit best = wall(from, unit);
    for (Thing thing : things) {
      if (distance(thing, from) > 0) {
        double t = walk(thing, from, unit, best.t());
        if (t < best.t()) {
          best = new Hit(thing.id(), t, gradient(thing, from.plus(unit.times(t))));
        }
      }
    }
    return best.id() == 0 ? best : new Hit(best.id(), best.t() / length, best.normal());
  }

  private double walk(Thing thing, Vec3 from, Vec3 unit, double most) {
    double t = 0;
    for (int i = 0; i < STEPS && t < most; i++) {
      double gap = distance(thing, from.plus(unit.times(t)));
      if (gap < CLOSE) {
        return t;
      }
      t += gap;
    }
    return Double.POSITIVE_INFINITY;
  }

  private Hit wall(Vec3 from, Vec3 unit) {
    double a = unit.x() * unit.x() + unit.y() * unit.y();
    Vec3 o = from.minus(wall.centre());
    double b = o.x() * unit.x() + o.y() * unit.y();
    double c = o.x() * o.x() + o.y() * o.y() - wall.radius() * wall.radius();
    double t = (-b + Math.sqrt(b * b - a * c)) / a;
    Vec3 p = o.plus(unit.times(t));
    boolean isWall = t > 0 && p.z() >= 0 && p.z() <= wall.height();
    Vec3 inward = new Vec3(-p.x(), -p.y(), 0).times(1 / wall.radius());
    return isWall ? new Hit(wallId, t, inward) : new Hit(0, FAR, Vec3.ZERO);
  }

  private static Vec3 gradient(Thing thing, Vec3 p) {
    double h = 1e-5;
    double[] g = new double[3];
    Vec3[] axes = {new Vec3(h, 0, 0), new Vec3(0, h, 0), new Vec3(0, 0, h)};
    for (int i = 0; i < 3; i++) {
      g[i] = distance(thing, p.plus(axes[i])) - distance(thing, p.minus(axes[i]));
    }
    Vec3 v = new Vec3(g[0], g[1], g[2]);
    return v.times(1 / v.norm());
  }

  /** Returns the distance to a surface, or less; negative inside. */
  private static double distance(Thing thing, Vec3 world) {
    Vec3 p = thing.pose().inverse().apply(world).times(1 / thing.scale());
    return thing.scale() * distance(thing.shape(), thing.planes(), p);
  }

  private static double distance(Shape shape, double[][] planes, Vec3 p) {
    if (shape instanceof Shape.Sphere s) {
      return p.norm() - s.radius();
    } else if (shape instanceof Shape.Box b) {
      return toBox(
          Math.abs(p.x()) - b.halfX(), Math.abs(p.y()) - b.halfY(), Math.abs(p.z()) - b.halfZ());
    } else if (shape instanceof Shape.Cylinder c) {
      double side = Math.hypot(p.x(), p.y()) - c.radius();
      double cap = Math.abs(p.z()) - c.halfLength();
      return toBox(side, cap, Double.NEGATIVE_INFINITY);
    } else if (shape instanceof Shape.Capsule c) {
      double z = p.z() - Math.max(-c.halfLength(), Math.min(c.halfLength(), p.z()));
      return Math.sqrt(p.x() * p.x() + p.y() * p.y() + z * z) - c.radius();
    } else if (shape instanceof Shape.Convex) {
      double most = Double.NEGATIVE_INFINITY;
      for (double[] n : planes) {
        most = Math.max(most, n[0] * p.x() + n[1] * p.y() + n[2] * p.z() - n[3]);
      }
      return most;
    }
    return p.z();
  }

  private static double toBox(double x, double y, double z) {
    double inside = Math.min(0, Math.max(x, Math.max(y, z)));
    double ox = Math.max(0, x);
    double oy = Math.max(0, y);
    double oz = Math.max(0, z);
    return inside + Math.sqrt(ox * ox + oy * oy + oz * oz);
  }
}
