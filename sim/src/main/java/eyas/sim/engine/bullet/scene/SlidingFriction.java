package eyas.sim.engine.bullet.scene;

import com.bulletphysics.collision.dispatch.CollisionObject;
import com.bulletphysics.collision.narrowphase.ManifoldPoint;
import com.bulletphysics.dynamics.RigidBody;
import com.bulletphysics.dynamics.constraintsolver.SequentialImpulseConstraintSolver;
import javax.vecmath.Vector3f;

/**
 * JBullet's solver with friction against the direction of sliding alone. JBullet bounds friction
 * along and across the sliding direction separately: what slides fast could not be turned aside
 * either, while Coulomb's law leaves nothing across. Across, the coefficient therefore fades with
 * the speed of sliding.
 */
final class SlidingFriction extends SequentialImpulseConstraintSolver {
  // speed at which nothing is left across, over that which one step of gravity gives
  private static final float FADED = 2;

  private final Vector3f speed = new Vector3f();
  private final Vector3f other = new Vector3f();
  private float faded;

  /** Sets what one step of gravity changes [m/s]. */
  void step(double gravity, double step) {
    faded = (float) (FADED * gravity * step);
  }

  @Override
  protected void addFrictionConstraint(
      Vector3f direction,
      int solverBodyA,
      int solverBodyB,
      int frictionIndex,
      ManifoldPoint point,
      Vector3f leverA,
      Vector3f leverB,
      CollisionObject a,
      CollisionObject b,
      float relaxation) {
    float whole = point.combinedFriction;
    if (direction.equals(point.lateralFrictionDir2)) {
      point.combinedFriction =
          whole * Math.max(0, 1 - sliding(point, leverA, leverB, a, b) / faded);
    }
    super.addFrictionConstraint(
        direction,
        solverBodyA,
        solverBodyB,
        frictionIndex,
        point,
        leverA,
        leverB,
        a,
        b,
        relaxation);
    point.combinedFriction = whole;
  }

  private float sliding(
      ManifoldPoint point, Vector3f leverA, Vector3f leverB, CollisionObject a, CollisionObject b) {
    RigidBody.upcast(a).getVelocityInLocalPoint(leverA, speed);
    RigidBody.upcast(b).getVelocityInLocalPoint(leverB, other);
    speed.sub(other);
    return Math.abs(speed.dot(point.lateralFrictionDir1));
  }
}
