package eyas.sim.engine.bullet.scene;

import com.bulletphysics.collision.dispatch.CollisionFlags;
import com.bulletphysics.collision.dispatch.CollisionObject;
import com.bulletphysics.collision.shapes.CollisionShape;
import com.bulletphysics.collision.shapes.SphereShape;
import com.bulletphysics.dynamics.RigidBody;
import com.bulletphysics.dynamics.RigidBodyConstructionInfo;
import com.bulletphysics.linearmath.Transform;
import eyas.assets.robot.Collider;
import eyas.assets.robot.Shape;
import eyas.assets.spatial.Inertia;
import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Quaternion;
import eyas.assets.spatial.Vec3;
import eyas.sim.engine.EngineException;
import java.util.List;
import javax.vecmath.Vector3f;

/** A solid in JBullet, which keeps it about its centre of mass and principal axes. */
final class BulletBody {
  private static final int MIDPOINT_ITERATIONS = 3;
  // JBullet wants a shape; a body without colliders meets nobody by the contact rules
  private static final float UNSEEN = 1e-3f;

  private final RigidBody rigid;
  private final Pose frame;
  private final double[] moments;
  private final Transform transform = new Transform();
  private final Vector3f vector = new Vector3f();
  private Quaternion start = Quaternion.IDENTITY;
  private Vec3 turned = Vec3.ZERO;

  private BulletBody(RigidBody rigid, Pose frame, Vec3 moments, ContactRules.Tag tag) {
    this.rigid = rigid;
    this.frame = frame;
    this.moments = moments.toArray();
    rigid.setUserPointer(tag);
    rigid.setActivationState(CollisionObject.DISABLE_DEACTIVATION);
    rigid.setCollisionFlags(rigid.getCollisionFlags() | CollisionFlags.CUSTOM_MATERIAL_CALLBACK);
  }

  /** Returns a body that moves. */
  static BulletBody moving(
      Inertia inertia, List<Collider> colliders, SolidParameters parameters, ContactRules.Tag tag) {
    Inertia real = parameters.of(inertia);
    if (!(real.mass() > 0)) {
      throw new EngineException(
          "JBullet cannot move `%s`: its mass is %s kg. Give its link a mass above 0 kg."
              .formatted(tag.name(), real.mass()));
    }
    if (colliders.stream().anyMatch(c -> c.shape() instanceof Shape.Plane)) {
      throw new EngineException(
          "JBullet cannot move the plane of `%s`; planes belong to fixtures and fixed roots."
              .formatted(tag.name()));
    }
    PrincipalAxes axes = PrincipalAxes.of(real);
    CollisionShape shape =
        colliders.isEmpty()
            ? new SphereShape(UNSEEN)
            : BulletShapes.compound(colliders, parameters, axes.frame());
    return new BulletBody(
        rigid(real.mass(), shape, axes.moments()), axes.frame(), axes.moments(), tag);
  }

  /** Returns a body that stays where it is put. */
  static BulletBody fixed(CollisionShape shape, ContactRules.Tag tag) {
    return new BulletBody(rigid(0, shape, Vec3.ZERO), Pose.IDENTITY, Vec3.ZERO, tag);
  }

  private static RigidBody rigid(double mass, CollisionShape shape, Vec3 moments) {
    var info = new RigidBodyConstructionInfo((float) mass, null, shape, Transforms.vector(moments));
    info.linearDamping = 0;
    info.angularDamping = 0;
    info.restitution = 0;
    return new RigidBody(info);
  }

  RigidBody rigid() {
    return rigid;
  }

  /** Returns the pose of JBullet's frame in the frame of the solid. */
  Pose frame() {
    return frame;
  }

  /** Returns the pose of the solid in the world. */
  Pose pose() {
    return Transforms.pose(rigid.getCenterOfMassTransform(transform)).times(frame.inverse());
  }

  /** Returns the angular velocity in the world [rad/s]. */
  Vec3 spin() {
    return Transforms.vector(rigid.getAngularVelocity(vector));
  }

  /** Returns the velocity of the solid's origin in the world [m/s]. */
  Vec3 velocity() {
    Vec3 centre = Transforms.vector(rigid.getLinearVelocity(vector));
    Vec3 reach =
        Transforms.pose(rigid.getCenterOfMassTransform(transform))
            .orientation()
            .rotate(frame.inverse().position());
    return centre.plus(spin().cross(reach));
  }

  /** Puts the solid somewhere; velocities are those of its origin, in the world. */
  void place(Pose pose, Vec3 velocity, Vec3 spin) {
    Pose principal = pose.times(frame);
    Transform at = Transforms.transform(principal);
    rigid.setCenterOfMassTransform(at);
    rigid.setInterpolationWorldTransform(at);
    Vec3 reach = principal.position().minus(pose.position());
    rigid.setLinearVelocity(Transforms.vector(velocity.plus(spin.cross(reach))));
    rigid.setAngularVelocity(Transforms.vector(spin));
  }

  /**
   * Prepares a step: half of what JBullet forgets, -w x J w, so that the body turns with the
   * angular velocity of the middle of the step.
   */
  void before(double step) {
    start = orientation();
    double[] w = start.conjugate().rotate(spin()).toArray();
    double[] middle = w.clone();
    double[] change = new double[3];
    for (int i = 0; i < MIDPOINT_ITERATIONS; i++) {
      for (int k = 0; k < 3; k++) {
        int m = (k + 1) % 3;
        int n = (k + 2) % 3;
        double torque = (moments[m] - moments[n]) * middle[m] * middle[n];
        change[k] = moments[k] > 0 ? step / 2 * torque / moments[k] : 0;
      }
      for (int k = 0; k < 3; k++) {
        middle[k] = w[k] + change[k];
      }
    }
    turned = start.rotate(new Vec3(change[0], change[1], change[2]));
    rigid.setAngularVelocity(Transforms.vector(spin().plus(turned)));
  }

  /** Ends a step: the angular momentum stays while the axes turn. */
  void after() {
    Vec3 momentum = inertia(start, spin().minus(turned), false);
    rigid.setAngularVelocity(Transforms.vector(inertia(orientation(), momentum, true)));
  }

  private Quaternion orientation() {
    return Transforms.pose(rigid.getCenterOfMassTransform(transform)).orientation();
  }

  // R J R^T v or its inverse
  private Vec3 inertia(Quaternion axes, Vec3 v, boolean inverse) {
    double[] local = axes.conjugate().rotate(v).toArray();
    for (int k = 0; k < 3; k++) {
      local[k] *= inverse ? (moments[k] > 0 ? 1 / moments[k] : 0) : moments[k];
    }
    return axes.rotate(new Vec3(local[0], local[1], local[2]));
  }
}
