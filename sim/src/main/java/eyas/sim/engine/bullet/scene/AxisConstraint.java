package eyas.sim.engine.bullet.scene;

import com.bulletphysics.dynamics.RigidBody;
import com.bulletphysics.dynamics.constraintsolver.TypedConstraint;
import com.bulletphysics.dynamics.constraintsolver.TypedConstraintType;
import eyas.assets.spatial.Vec3;
import javax.vecmath.Matrix3f;
import javax.vecmath.Vector3f;

/**
 * One row of JBullet's solver: an impulse between two bodies, along or about an axis, that follows
 * their relative speed: {@code impulse = gain (wanted - speed)}, within bounds that hold for the
 * sum over all iterations (JBullet's own motors bound each iteration alone). An infinite gain makes
 * the speed the wanted one.
 */
final class AxisConstraint extends TypedConstraint {
  // part of the last step's impulse that the solver starts from, as JBullet does with contacts
  private static final double WARM = 0.85;

  private final boolean angular;
  private final Vector3f axis = new Vector3f();
  private final Vector3f leverA = new Vector3f();
  private final Vector3f leverB = new Vector3f();
  private final Vector3f a = new Vector3f();
  private final Vector3f b = new Vector3f();
  private final Matrix3f inertia = new Matrix3f();
  private double gain;
  private double wanted;
  private double least;
  private double most;
  private double mass;
  private double impulse;
  private boolean fresh;

  private AxisConstraint(RigidBody first, RigidBody second, boolean angular) {
    super(TypedConstraintType.D6_CONSTRAINT_TYPE, first, second);
    this.angular = angular;
  }

  /** Acts on the speed of the second body's point against the first body along an axis. */
  static AxisConstraint along(RigidBody first, RigidBody second) {
    return new AxisConstraint(first, second, false);
  }

  /** Acts on the second body's angular velocity against the first's about an axis. */
  static AxisConstraint about(RigidBody first, RigidBody second) {
    return new AxisConstraint(first, second, true);
  }

  /**
   * Places the axis for the next step.
   *
   * @param direction unit vector in the world
   * @param point where a linear row acts, in the world [m]
   */
  AxisConstraint aim(Vec3 direction, Vec3 point) {
    axis.set((float) direction.x(), (float) direction.y(), (float) direction.z());
    a.set((float) point.x(), (float) point.y(), (float) point.z());
    leverA.sub(a, rbA.getCenterOfMassPosition(b));
    leverB.sub(a, rbB.getCenterOfMassPosition(b));
    return this;
  }

  /** Asks for a speed, at any price within bounds of the impulse. */
  void hold(double speed, double lowest, double highest) {
    follow(Double.POSITIVE_INFINITY, speed, lowest, highest);
  }

  /** Asks for an impulse in proportion to the lack of speed, within bounds. */
  void follow(double proportion, double speed, double lowest, double highest) {
    gain = proportion;
    wanted = speed;
    least = lowest;
    most = highest;
  }

  /** Returns the relative speed now [m/s or rad/s]. */
  double speed() {
    return angular
        ? axis.dot(rbB.getAngularVelocity(b)) - axis.dot(rbA.getAngularVelocity(a))
        : axis.dot(rbB.getVelocityInLocalPoint(leverB, b))
            - axis.dot(rbA.getVelocityInLocalPoint(leverA, a));
  }

  @Override
  public void buildJacobian() {
    mass = 1 / (lightness(rbA, leverA) + lightness(rbB, leverB));
    fresh = true;
  }

  // change of speed by a unit impulse
  private double lightness(RigidBody body, Vector3f lever) {
    if (angular) {
      a.set(axis);
    } else {
      a.cross(lever, axis);
    }
    b.set(a);
    body.getInvInertiaTensorWorld(inertia).transform(b);
    return a.dot(b) + (angular ? 0 : body.getInvMass());
  }

  @Override
  public void solveConstraint(float timeStep) {
    if (fresh) {
      fresh = false;
      double start = bounded(WARM * impulse);
      impulse = 0;
      give(start);
    }
    double lack = wanted - speed();
    double change =
        Double.isInfinite(gain) ? mass * lack : (gain * lack - impulse) / (1 + gain / mass);
    give(bounded(impulse + change));
  }

  private double bounded(double value) {
    return Math.max(least, Math.min(most, value));
  }

  private void give(double total) {
    float change = (float) (total - impulse);
    impulse = total;
    push(rbB, leverB, change);
    push(rbA, leverA, -change);
  }

  private void push(RigidBody body, Vector3f lever, float change) {
    if (body.getInvMass() == 0) {
      return;
    }
    a.scale(change, axis);
    if (angular) {
      body.applyTorqueImpulse(a);
    } else {
      body.applyImpulse(a, lever);
    }
  }
}
