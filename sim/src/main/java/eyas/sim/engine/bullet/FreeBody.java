package eyas.sim.engine.bullet;

import static eyas.sim.task.quadrotor.QuadrotorLayout.ATTITUDE;
import static eyas.sim.task.quadrotor.QuadrotorLayout.BODY_RATES;
import static eyas.sim.task.quadrotor.QuadrotorLayout.INERTIA;
import static eyas.sim.task.quadrotor.QuadrotorLayout.INVERSE_INERTIA;
import static eyas.sim.task.quadrotor.QuadrotorLayout.INVERSE_MASS;
import static eyas.sim.task.quadrotor.QuadrotorLayout.POSITION;
import static eyas.sim.task.quadrotor.QuadrotorLayout.VELOCITY;

import com.bulletphysics.collision.dispatch.CollisionObject;
import com.bulletphysics.collision.shapes.SphereShape;
import com.bulletphysics.dynamics.RigidBody;
import com.bulletphysics.dynamics.RigidBodyConstructionInfo;
import com.bulletphysics.linearmath.Transform;
import javax.vecmath.Matrix3f;
import javax.vecmath.Quat4f;
import javax.vecmath.Vector3f;

/**
 * A JBullet rigid body that never sleeps, is never damped, and feels the gyroscopic term, which
 * JBullet lacks. The term is the implicit midpoint rule solved by fixed-point iteration: it keeps
 * energy and momentum where explicit Euler gains energy.
 */
final class FreeBody {
  private static final int MIDPOINT_ITERATIONS = 4;
  private static final Vector3f UNIT = new Vector3f(1, 1, 1);

  private final RigidBody body;
  private final FreeBodyWorld world;
  private final double substep;
  private final double[] inertia = new double[3];
  private final double[] inverseInertia = new double[3];
  private final double[] rates = new double[3];
  private final double[] middle = new double[3];
  private final double[] total = new double[3];
  private final Transform transform = new Transform();
  private final Vector3f velocity = new Vector3f();
  private final Vector3f vector = new Vector3f();
  private final Quat4f quaternion = new Quat4f();

  FreeBody(FreeBodyWorld.Collisions collisions, double substep) {
    var info = new RigidBodyConstructionInfo(1, null, new SphereShape(0.1f), UNIT);
    info.linearDamping = 0;
    info.angularDamping = 0;
    body = new RigidBody(info);
    body.setActivationState(CollisionObject.DISABLE_DEACTIVATION);
    world = FreeBodyWorld.of(body, collisions);
    this.substep = substep;
  }

  /** Takes over mass, inertia, pose and velocities; forces of the past are dropped. */
  void reset(Rows state, Rows parameters) {
    for (int axis = 0; axis < 3; axis++) {
      inertia[axis] = parameters.get(INERTIA + axis);
      inverseInertia[axis] = parameters.get(INVERSE_INERTIA + axis);
    }
    vector.set(
        (float) (1 / inverseInertia[0]),
        (float) (1 / inverseInertia[1]),
        (float) (1 / inverseInertia[2]));
    body.setMassProps(1 / parameters.get(INVERSE_MASS), vector);
    body.setGravity(world.getGravity(vector));
    place(state);
    body.setLinearVelocity(state.get(VELOCITY, vector));
    state.get(BODY_RATES, vector);
    transform.basis.transform(vector);
    body.setAngularVelocity(vector);
    body.clearForces();
    read();
  }

  private void place(Rows state) {
    state.get(POSITION, transform.origin);
    quaternion.set(
        state.get(ATTITUDE + 1),
        state.get(ATTITUDE + 2),
        state.get(ATTITUDE + 3),
        state.get(ATTITUDE));
    transform.setRotation(quaternion);
    body.setCenterOfMassTransform(transform);
    body.setInterpolationWorldTransform(transform);
  }

  /** Reads pose and velocities from JBullet. */
  private void read() {
    body.getCenterOfMassTransform(transform);
    body.getLinearVelocity(velocity);
    body.getAngularVelocity(vector);
    Matrix3f r = transform.basis;
    rates[0] = r.m00 * vector.x + r.m10 * vector.y + r.m20 * vector.z;
    rates[1] = r.m01 * vector.x + r.m11 * vector.y + r.m21 * vector.z;
    rates[2] = r.m02 * vector.x + r.m12 * vector.y + r.m22 * vector.z;
  }

  /** Returns the body rate about {@code axis} [rad/s]. */
  double rate(int axis) {
    return rates[axis];
  }

  /** Returns the rotation matrix, body to world; not to be modified. */
  Matrix3f rotation() {
    return transform.basis;
  }

  /** Returns the velocity [m/s, world]; not to be modified. */
  Vector3f velocity() {
    return velocity;
  }

  /**
   * Advances by one substep.
   *
   * @param force without gravity [N, world]
   * @param torque without the gyroscopic term [N m, body], [3]
   */
  void advance(Vector3f force, double[] torque) {
    gyroscopic(torque);
    body.applyCentralForce(force);
    vector.set((float) total[0], (float) total[1], (float) total[2]);
    transform.basis.transform(vector);
    body.applyTorque(vector);
    world.advance((float) substep);
    read();
  }

  // total = torque - w_m x J w_m with w_m = w + h/2 J^-1 total
  private void gyroscopic(double[] torque) {
    System.arraycopy(rates, 0, middle, 0, 3);
    for (int i = 0; i < MIDPOINT_ITERATIONS; i++) {
      total[0] = torque[0] - (inertia[2] - inertia[1]) * middle[1] * middle[2];
      total[1] = torque[1] - (inertia[0] - inertia[2]) * middle[2] * middle[0];
      total[2] = torque[2] - (inertia[1] - inertia[0]) * middle[0] * middle[1];
      for (int axis = 0; axis < 3; axis++) {
        middle[axis] = rates[axis] + substep / 2 * inverseInertia[axis] * total[axis];
      }
    }
  }

  /** Writes pose, velocity and body rates. */
  void write(Rows state) {
    state.set(POSITION, transform.origin);
    transform.getRotation(quaternion);
    state.set(ATTITUDE, quaternion.w);
    state.set(ATTITUDE + 1, quaternion.x);
    state.set(ATTITUDE + 2, quaternion.y);
    state.set(ATTITUDE + 3, quaternion.z);
    state.set(VELOCITY, velocity);
    for (int axis = 0; axis < 3; axis++) {
      state.set(BODY_RATES + axis, rates[axis]);
    }
  }
}
