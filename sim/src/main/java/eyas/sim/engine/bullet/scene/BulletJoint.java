package eyas.sim.engine.bullet.scene;

import com.bulletphysics.dynamics.constraintsolver.HingeConstraint;
import eyas.assets.robot.Joint;
import eyas.assets.robot.JointType;
import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Quaternion;
import eyas.assets.spatial.Vec3;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A movable joint between two JBullet bodies: JBullet's hinge, or a lock on a line. */
final class BulletJoint {
  private final Joint joint;
  private final BulletBody parent;
  private final BulletBody child;
  private final BulletWorld world;
  private final AxisConstraint meter;
  private final Optional<FrameLock> slide;
  private final List<Row> rows = new ArrayList<>();
  private double position;

  private record Row(AxisConstraint constraint, JointLaw law) {}

  BulletJoint(
      Joint joint, JointScale scale, BulletBody parent, BulletBody child, BulletWorld world) {
    this.joint = joint;
    this.parent = parent;
    this.child = child;
    this.world = world;
    this.meter = constraint();
    if (slides()) {
      slide = Optional.of(FrameLock.line(parent, joint.origin(), joint.axis(), child, world));
    } else {
      slide = Optional.empty();
      world.addConstraint(hinge());
    }
    addLaws(scale);
  }

  private void addLaws(JointScale scale) {
    if (joint.damping() > 0 || joint.armature() > 0) {
      add(JointLaw.resistance(joint, scale));
    }
    if (joint.friction() > 0) {
      add(JointLaw.friction(joint, scale));
    }
    if (joint.type() != JointType.CONTINUOUS && Double.isFinite(joint.limits().lower())) {
      add(JointLaw.lower(joint));
    }
    if (joint.type() != JointType.CONTINUOUS && Double.isFinite(joint.limits().upper())) {
      add(JointLaw.upper(joint));
    }
  }

  /** Adds a law, such as a drive. */
  void add(JointLaw law) {
    AxisConstraint row = constraint();
    world.addConstraint(row);
    rows.add(new Row(row, law));
  }

  private AxisConstraint constraint() {
    return slides()
        ? AxisConstraint.along(parent.rigid(), child.rigid())
        : AxisConstraint.about(parent.rigid(), child.rigid());
  }

  private boolean slides() {
    return joint.type() == JointType.PRISMATIC;
  }

  private HingeConstraint hinge() {
    Pose inParent = parent.frame().inverse().times(joint.origin());
    Pose inChild = child.frame().inverse();
    return new HingeConstraint(
        parent.rigid(),
        child.rigid(),
        Transforms.vector(inParent.position()),
        Transforms.vector(inChild.position()),
        Transforms.vector(inParent.orientation().rotate(joint.axis())),
        Transforms.vector(inChild.orientation().rotate(joint.axis())));
  }

  /** Puts the child where the joint says; the parent has its place already. */
  void place(double q, double speed) {
    position = q;
    Pose origin = parent.pose().times(joint.origin());
    Pose moved =
        slides()
            ? new Pose(joint.axis().times(q), Quaternion.IDENTITY)
            : new Pose(Vec3.ZERO, Quaternion.about(joint.axis(), q));
    Pose pose = origin.times(moved);
    Vec3 along = origin.orientation().rotate(joint.axis()).times(speed);
    Vec3 lever = pose.position().minus(parent.pose().position());
    Vec3 carried = parent.velocity().plus(parent.spin().cross(lever));
    child.place(
        pose,
        slides() ? carried.plus(along) : carried,
        slides() ? parent.spin() : parent.spin().plus(along));
  }

  /** Returns the position [rad or m]; turns count on. */
  double position() {
    return position;
  }

  /** Returns the speed [rad/s or m/s]. */
  double speed() {
    aim(List.of(meter));
    return meter.speed();
  }

  private void aim(List<AxisConstraint> constraints) {
    Vec3 axis = parent.pose().times(joint.origin()).orientation().rotate(joint.axis());
    Vec3 point = child.pose().position();
    constraints.forEach(row -> row.aim(axis, point));
  }

  /** Reads the position after a step. */
  void read() {
    Pose relative = parent.pose().times(joint.origin()).inverse().times(child.pose());
    if (slides()) {
      position = relative.position().dot(joint.axis());
    } else {
      Quaternion turn = relative.orientation();
      double sine = new Vec3(turn.x(), turn.y(), turn.z()).dot(joint.axis());
      position += Math.IEEEremainder(2 * Math.atan2(sine, turn.w()) - position, 2 * Math.PI);
    }
  }

  /** Sets what friction, armature, limits and drives do in the next step. */
  void prepare(double step) {
    slide.ifPresent(lock -> lock.prepare(step));
    double speed = speed();
    aim(rows.stream().map(Row::constraint).toList());
    rows.forEach(row -> row.law.ask(row.constraint, position, speed, step));
  }
}
