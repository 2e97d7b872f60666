package eyas.sim.engine.bullet;

import com.bulletphysics.collision.broadphase.SimpleBroadphase;
import com.bulletphysics.collision.dispatch.CollisionDispatcher;
import com.bulletphysics.collision.dispatch.DefaultCollisionConfiguration;
import com.bulletphysics.dynamics.DiscreteDynamicsWorld;
import com.bulletphysics.dynamics.RigidBody;
import com.bulletphysics.dynamics.constraintsolver.ContactSolverInfo;
import com.bulletphysics.dynamics.constraintsolver.SequentialImpulseConstraintSolver;
import javax.vecmath.Vector3f;

/**
 * A JBullet world with one free body under gravity. Contacts, joints and JBullet's profiler (shared
 * by all threads, so not safe here) are left out; one world serves one thread at a time.
 */
final class FreeBodyWorld extends DiscreteDynamicsWorld {
  private static final float GRAVITY = -9.81f;

  private FreeBodyWorld(Collisions collisions) {
    super(
        collisions.dispatcher(),
        new SimpleBroadphase(1),
        collisions.solver(),
        collisions.configuration());
  }

  /** JBullet's collision parts: never used by a single body, so worlds of a thread share them. */
  record Collisions(
      DefaultCollisionConfiguration configuration,
      CollisionDispatcher dispatcher,
      SequentialImpulseConstraintSolver solver) {
    static Collisions create() {
      var configuration = new DefaultCollisionConfiguration();
      return new Collisions(
          configuration,
          new CollisionDispatcher(configuration),
          new SequentialImpulseConstraintSolver());
    }
  }

  /** Returns a world with {@code body} in it. */
  static FreeBodyWorld of(RigidBody body, Collisions collisions) {
    FreeBodyWorld world = new FreeBodyWorld(collisions);
    world.setGravity(new Vector3f(0, 0, GRAVITY));
    world.addRigidBody(body);
    return world;
  }

  /** Advances by one substep [s]. */
  void advance(float substep) {
    stepSimulation(substep, 0, substep);
  }

  @Override
  public void performDiscreteCollisionDetection() {
    // one body meets nobody
  }

  @Override
  protected void calculateSimulationIslands() {
    // one body is one island
  }

  @Override
  protected void solveConstraints(ContactSolverInfo info) {
    // one body has no joints and no contacts
  }

  @Override
  protected void startProfiling(float timeStep) {
    // the profiler is shared by all threads
  }
}
