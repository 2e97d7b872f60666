package eyas.sim.engine.bullet.scene;

import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Quaternion;
import eyas.assets.spatial.Vec3;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps a body on a hinge, on a line or on a plane of another body's frame. JBullet's own hinge
 * starts each step from no impulse, which is too weak for chains of light and heavy links.
 */
final class FrameLock {
  // share of the error that a step takes back
  private static final double RECOVERY = 0.2;

  private final BulletBody parent;
  private final BulletBody child;
  private final Pose frame;
  private final Vec3 axis;
  private final boolean turns;
  private final List<Row> shifts = new ArrayList<>();
  private final List<Row> tilts = new ArrayList<>();

  private record Row(Vec3 direction, AxisConstraint constraint) {}

  private FrameLock(BulletBody parent, Pose frame, Vec3 axis, BulletBody child, boolean turns) {
    this.parent = parent;
    this.frame = frame;
    this.axis = axis;
    this.child = child;
    this.turns = turns;
  }

  /** Returns a lock that lets a body slide along an axis of a frame, and nothing else. */
  static FrameLock line(
      BulletBody parent, Pose frame, Vec3 axis, BulletBody child, BulletWorld world) {
    FrameLock lock = new FrameLock(parent, frame, axis, child, false).across(world);
    lock.tilts.add(lock.tilt(axis, world));
    return lock;
  }

  /** Returns a lock that lets a body turn about an axis of a frame, and nothing else. */
  static FrameLock hinge(
      BulletBody parent, Pose frame, Vec3 axis, BulletBody child, BulletWorld world) {
    FrameLock lock = new FrameLock(parent, frame, axis, child, true).across(world);
    lock.shifts.add(lock.shift(axis, world));
    return lock;
  }

  // neither shifts nor tilts across the axis
  private FrameLock across(BulletWorld world) {
    for (Vec3 across : across()) {
      shifts.add(shift(across, world));
      tilts.add(tilt(across, world));
    }
    return this;
  }

  /** Returns a lock that lets a body slide across an axis of a frame and turn about it. */
  static FrameLock plane(
      BulletBody parent, Pose frame, Vec3 axis, BulletBody child, BulletWorld world) {
    FrameLock lock = new FrameLock(parent, frame, axis, child, true);
    lock.shifts.add(lock.shift(axis, world));
    lock.across().forEach(across -> lock.tilts.add(lock.tilt(across, world)));
    return lock;
  }

  private List<Vec3> across() {
    Vec3 other = Math.abs(axis.x()) < 0.7 ? new Vec3(1, 0, 0) : new Vec3(0, 1, 0);
    Vec3 first = axis.cross(other);
    Vec3 unit = first.times(1 / first.norm());
    return List.of(unit, axis.cross(unit));
  }

  private Row shift(Vec3 direction, BulletWorld world) {
    AxisConstraint row = AxisConstraint.along(parent.rigid(), child.rigid());
    world.addConstraint(row);
    return new Row(direction, row);
  }

  private Row tilt(Vec3 direction, BulletWorld world) {
    AxisConstraint row = AxisConstraint.about(parent.rigid(), child.rigid());
    world.addConstraint(row);
    return new Row(direction, row);
  }

  /** Sets the rows for the next step. */
  void prepare(double step) {
    Pose at = parent.pose().times(frame);
    Pose relative = at.inverse().times(child.pose());
    Vec3 turned = swing(relative.orientation());
    Vec3 origin = child.pose().position();
    for (Row row : shifts) {
      hold(row, at, origin, relative.position().dot(row.direction), step);
    }
    for (Row row : tilts) {
      hold(row, at, origin, turned.dot(row.direction), step);
    }
  }

  private static void hold(Row row, Pose at, Vec3 origin, double error, double step) {
    row.constraint
        .aim(at.orientation().rotate(row.direction), origin)
        .hold(-RECOVERY * error / step, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  // the small rotation that is left of a rotation without its free turn about the axis
  private Vec3 swing(Quaternion rotation) {
    Quaternion rest = rotation;
    if (turns) {
      double sine = new Vec3(rotation.x(), rotation.y(), rotation.z()).dot(axis);
      Vec3 about = axis.times(sine);
      Quaternion turn = new Quaternion(rotation.w(), about.x(), about.y(), about.z()).normalized();
      rest = rotation.times(turn.conjugate());
    }
    return new Vec3(rest.x(), rest.y(), rest.z()).times(rest.w() < 0 ? -2 : 2);
  }
}
