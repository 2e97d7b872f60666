package eyas.sim.engine.chain;

import com.bulletphysics.collision.broadphase.SimpleBroadphase;
import com.bulletphysics.collision.dispatch.CollisionDispatcher;
import com.bulletphysics.collision.dispatch.CollisionObject;
import com.bulletphysics.collision.dispatch.DefaultCollisionConfiguration;
import com.bulletphysics.collision.shapes.SphereShape;
import com.bulletphysics.dynamics.DiscreteDynamicsWorld;
import com.bulletphysics.dynamics.RigidBody;
import com.bulletphysics.dynamics.RigidBodyConstructionInfo;
import com.bulletphysics.dynamics.constraintsolver.HingeConstraint;
import com.bulletphysics.dynamics.constraintsolver.SequentialImpulseConstraintSolver;
import com.bulletphysics.linearmath.Transform;
import java.util.ArrayList;
import java.util.List;
import javax.vecmath.Matrix3f;
import javax.vecmath.Vector3f;

/**
 * The finger as JBullet bodies on hinges. JBullet knows no armature: a finger that has one is
 * modelled {@link Finger#withArmatureInside}.
 */
final class BulletFinger {
  private final Finger finger;
  private final World world = new World();
  private final List<RigidBody> bodies = new ArrayList<>();
  private double[] target;

  private static final class World extends DiscreteDynamicsWorld {
    World() {
      this(new DefaultCollisionConfiguration());
    }

    private World(DefaultCollisionConfiguration configuration) {
      super(
          new CollisionDispatcher(configuration),
          new SimpleBroadphase(16),
          new SequentialImpulseConstraintSolver(),
          configuration);
    }

    @Override
    public void performDiscreteCollisionDetection() {
      // links of one finger do not touch
    }
  }

  /** Creates a finger at angles and speeds, [2 joints]. */
  BulletFinger(Finger finger, int solverIterations, double[] state, double... target) {
    this.finger = finger.withArmatureInside();
    this.target = target;
    world.setGravity(new Vector3f(0, 0, (float) -Finger.GRAVITY));
    world.getSolverInfo().numIterations = solverIterations;
    bodies.add(body(0, new Vector3f()));
    for (Finger.Link link : this.finger.links()) {
      float[] inertia = new float[3];
      for (int k = 0; k < 3; k++) {
        inertia[k] = (float) link.inertia(k);
      }
      bodies.add(body((float) link.mass(), new Vector3f(inertia)));
    }
    place(state);
    for (int i = 0; i < finger.joints(); i++) {
      world.addConstraint(hinge(i), true);
    }
  }

  private RigidBody body(float mass, Vector3f inertia) {
    var info = new RigidBodyConstructionInfo(mass, null, new SphereShape(0.01f), inertia);
    RigidBody body = new RigidBody(info);
    body.setActivationState(CollisionObject.DISABLE_DEACTIVATION);
    world.addRigidBody(body);
    return body;
  }

  private HingeConstraint hinge(int i) {
    Vector3f axis = new Vector3f();
    axis.y = finger.links().get(i).axis() == 1 ? 1 : 0;
    axis.z = 1 - axis.y;
    return new HingeConstraint(
        bodies.get(i), bodies.get(i + 1), end(i), start(i), axis, new Vector3f(axis));
  }

  // where joint i lies in the frame of the link before it
  private Vector3f end(int i) {
    return new Vector3f(i == 0 ? 0 : (float) finger.links().get(i - 1).length() / 2, 0, 0);
  }

  // where joint i lies in the frame of the link behind it
  private Vector3f start(int i) {
    return new Vector3f((float) -finger.links().get(i).length() / 2, 0, 0);
  }

  private void place(double[] state) {
    Transform at = new Transform();
    at.setIdentity();
    Vector3f joint = new Vector3f();
    Vector3f speed = new Vector3f();
    Vector3f spin = new Vector3f();
    for (int i = 0; i < finger.joints(); i++) {
      Finger.Link link = finger.links().get(i);
      Matrix3f turn = new Matrix3f();
      if (link.axis() == 1) {
        turn.rotY((float) state[i]);
      } else {
        turn.rotZ((float) state[i]);
      }
      at.basis.mul(turn);
      Vector3f axis = new Vector3f();
      at.basis.getColumn(link.axis(), axis);
      spin.scaleAdd((float) state[finger.joints() + i], axis, spin);
      Vector3f half = new Vector3f();
      at.basis.getColumn(0, half);
      half.scale((float) link.length() / 2);
      Vector3f swing = new Vector3f();
      swing.cross(spin, half);
      at.origin.add(joint, half);
      speed.add(swing);
      put(bodies.get(i + 1), at, speed, spin);
      joint.scaleAdd(2, half, joint);
      speed.add(swing);
    }
  }

  private static void put(RigidBody body, Transform at, Vector3f speed, Vector3f spin) {
    body.setCenterOfMassTransform(at);
    body.setInterpolationWorldTransform(at);
    body.setLinearVelocity(speed);
    body.setAngularVelocity(spin);
  }

  /** Advances by {@code steps} of {@code step} seconds. */
  void advance(double step, int steps) {
    for (int k = 0; k < steps; k++) {
      for (int i = 0; i < finger.joints(); i++) {
        gyroscopic(i);
        push(i);
      }
      world.stepSimulation((float) step, 0, (float) step);
    }
  }

  // -w x I w, explicit
  private void gyroscopic(int i) {
    Finger.Link link = finger.links().get(i);
    Matrix3f r = rotation(i + 1);
    Vector3f spin = bodies.get(i + 1).getAngularVelocity(new Vector3f());
    Matrix3f back = new Matrix3f();
    back.transpose(r);
    back.transform(spin);
    Vector3f momentum =
        new Vector3f(
            (float) link.inertia(0) * spin.x,
            (float) link.inertia(1) * spin.y,
            (float) link.inertia(2) * spin.z);
    Vector3f torque = new Vector3f();
    torque.cross(momentum, spin);
    r.transform(torque);
    bodies.get(i + 1).applyTorque(torque);
  }

  // drive between two bodies, about the hinge axis
  private void push(int i) {
    double[] joint = joint(i);
    Vector3f torque = new Vector3f();
    rotation(i + 1).getColumn(finger.links().get(i).axis(), torque);
    torque.scale((float) finger.drive().torque(target[i], joint[0], joint[1]));
    bodies.get(i + 1).applyTorque(torque);
    torque.negate();
    bodies.get(i).applyTorque(torque);
  }

  /** Returns angle and speed of joint {@code i}. */
  private double[] joint(int i) {
    int axis = finger.links().get(i).axis();
    Matrix3f relative = new Matrix3f();
    relative.mulTransposeLeft(rotation(i), rotation(i + 1));
    double angle =
        axis == 1 ? Math.atan2(relative.m02, relative.m00) : Math.atan2(relative.m10, relative.m00);
    Vector3f spin = bodies.get(i + 1).getAngularVelocity(new Vector3f());
    spin.sub(bodies.get(i).getAngularVelocity(new Vector3f()));
    Vector3f direction = new Vector3f();
    rotation(i + 1).getColumn(axis, direction);
    return new double[] {angle, spin.dot(direction)};
  }

  private Matrix3f rotation(int body) {
    return bodies.get(body).getCenterOfMassTransform(new Transform()).basis;
  }

  /** Returns angles and speeds, [2 joints]. */
  double[] state() {
    double[] state = new double[2 * finger.joints()];
    for (int i = 0; i < finger.joints(); i++) {
      double[] joint = joint(i);
      state[i] = joint[0];
      state[finger.joints() + i] = joint[1];
    }
    return state;
  }

  /** Returns the largest gap between the two ends of a joint [m]. */
  double gap() {
    double worst = 0;
    for (int i = 0; i < finger.joints(); i++) {
      Vector3f a = end(i);
      Vector3f b = start(i);
      bodies.get(i).getCenterOfMassTransform(new Transform()).transform(a);
      bodies.get(i + 1).getCenterOfMassTransform(new Transform()).transform(b);
      a.sub(b);
      worst = Math.max(worst, a.length());
    }
    return worst;
  }

  /** Returns the largest angle between the two hinge axes of a joint [rad]. */
  double tilt() {
    double worst = 0;
    for (int i = 0; i < finger.joints(); i++) {
      Vector3f a = new Vector3f();
      Vector3f b = new Vector3f();
      rotation(i).getColumn(finger.links().get(i).axis(), a);
      rotation(i + 1).getColumn(finger.links().get(i).axis(), b);
      Vector3f sine = new Vector3f();
      sine.cross(a, b);
      worst = Math.max(worst, sine.length());
    }
    return worst;
  }
}
