package eyas.sim.engine.bullet.scene;

import eyas.assets.scene.Actuator;
import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Quaternion;
import eyas.assets.spatial.Vec3;
import eyas.sim.engine.bullet.Rows;

/** A body that slides and turns on a plane, and its wheels. */
final class PlanarBase {
  private static final Vec3 FORWARD = new Vec3(1, 0, 0);
  private static final Vec3 LEFT = new Vec3(0, 1, 0);
  private static final Vec3 UP = new Vec3(0, 0, 1);

  private final Pose plane;
  private final BulletBody body;
  private final FrameLock lock;
  private final AxisConstraint[] wheels;
  private final double[] most = new double[3];
  private final double[] command = new double[2];
  private double yaw;

  PlanarBase(Pose plane, BulletBody ground, BulletBody body, BulletWorld world) {
    this.plane = plane;
    this.body = body;
    this.lock = FrameLock.plane(ground, plane, UP, body, world);
    this.wheels =
        new AxisConstraint[] {
          AxisConstraint.along(ground.rigid(), body.rigid()),
          AxisConstraint.along(ground.rigid(), body.rigid()),
          AxisConstraint.about(ground.rigid(), body.rigid())
        };
    for (AxisConstraint wheel : wheels) {
      world.addConstraint(wheel);
    }
  }

  /** Gives the wheels their forces [N, N, N m], each scaled by the effort of its base joint. */
  void driveBy(Actuator.DifferentialDrive drive, JointScale[] scales) {
    most[0] = scales[0].effort() * drive.traction();
    most[1] = scales[1].effort() * drive.grip();
    most[2] = scales[2].effort() * drive.torque();
  }

  /** Sets the speed ahead [m/s] and the yaw rate [rad/s]. */
  void command(double speed, double rate) {
    command[0] = speed;
    command[1] = rate;
  }

  /** Puts the base where its three joints say. */
  void place(Rows state, int positions, int velocities) {
    yaw = state.get(positions + 2);
    Vec3 place = new Vec3(state.get(positions), state.get(positions + 1), 0);
    Vec3 velocity = new Vec3(state.get(velocities), state.get(velocities + 1), 0);
    Pose pose = plane.times(new Pose(place, Quaternion.about(UP, yaw)));
    body.place(pose, turn(velocity), turn(UP.times(state.get(velocities + 2))));
  }

  private Vec3 turn(Vec3 inPlane) {
    return plane.orientation().rotate(inPlane);
  }

  /** Writes the three joints. */
  void write(Rows state, int positions, int velocities) {
    Vec3 place = plane.inverse().apply(body.pose().position());
    Vec3 velocity = plane.orientation().conjugate().rotate(body.velocity());
    state.set(positions, place.x());
    state.set(positions + 1, place.y());
    state.set(positions + 2, yaw);
    state.set(velocities, velocity.x());
    state.set(velocities + 1, velocity.y());
    state.set(velocities + 2, body.spin().dot(turn(UP)));
  }

  /** Reads the heading after a step; turns count on. */
  void read() {
    Quaternion q = plane.inverse().times(body.pose()).orientation();
    yaw += Math.IEEEremainder(2 * Math.atan2(q.z(), q.w()) - yaw, 2 * Math.PI);
  }

  /** Sets what holds and drives the base in the next step. */
  void prepare(double step) {
    lock.prepare(step);
    Pose pose = body.pose();
    double[] wanted = {command[0], 0, command[1]};
    Vec3[] axes = {FORWARD, LEFT, UP};
    for (int k = 0; k < wheels.length; k++) {
      wheels[k]
          .aim(pose.orientation().rotate(axes[k]), pose.position())
          .hold(wanted[k], -step * most[k], step * most[k]);
    }
  }
}
