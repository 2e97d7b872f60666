package eyas.sim.engine.bullet.scene;

import com.bulletphysics.BulletGlobals;
import com.bulletphysics.ContactAddedCallback;
import com.bulletphysics.collision.broadphase.BroadphaseNativeType;
import com.bulletphysics.collision.broadphase.SimpleBroadphase;
import com.bulletphysics.collision.dispatch.CollisionAlgorithmCreateFunc;
import com.bulletphysics.collision.dispatch.CollisionDispatcher;
import com.bulletphysics.collision.dispatch.CollisionObject;
import com.bulletphysics.collision.dispatch.DefaultCollisionConfiguration;
import com.bulletphysics.collision.narrowphase.ManifoldPoint;
import com.bulletphysics.collision.narrowphase.PersistentManifold;
import com.bulletphysics.dynamics.DiscreteDynamicsWorld;
import com.bulletphysics.dynamics.constraintsolver.ContactSolverInfo;
import com.bulletphysics.dynamics.constraintsolver.SolverMode;
import javax.vecmath.Vector3f;

/** A JBullet world as scenes need it; one thread makes and uses it. */
final class BulletWorld extends DiscreteDynamicsWorld {
  // JBullet keeps a contact until its points are 2 cm apart, which is much for small boxes
  private static final float BREAKING = 2e-3f;
  // depth that contacts keep, so that what rests on the ground stays in touch [m]
  private static final float SLOP = 1e-4f;

  private final SlidingFriction solver;

  private BulletWorld(Collisions collisions, ContactRules rules, int proxies) {
    super(
        new Dispatcher(collisions.configuration, rules),
        new SimpleBroadphase(proxies),
        collisions.solver,
        collisions.configuration);
    this.solver = collisions.solver;
  }

  /** Parts that the worlds of a thread share; they keep nothing from one step to the next. */
  record Collisions(Configuration configuration, SlidingFriction solver) {
    /** Sets up this thread. */
    static Collisions create() {
      BulletGlobals.setContactBreakingThreshold(BREAKING);
      BulletGlobals.setContactAddedCallback(new Friction());
      return new Collisions(new Configuration(), new SlidingFriction());
    }
  }

  static final class Configuration extends DefaultCollisionConfiguration {
    private static final CollisionAlgorithmCreateFunc BOXES =
        new PairContacts.Creator(BoxContacts::new);

    Configuration() {
      convexConvexCreateFunc =
          new PairContacts.Creator(
              (i, a, b) -> new ConvexContacts(simplexSolver, pdSolver, i, a, b));
      convexPlaneCF = new PairContacts.Creator((i, a, b) -> new PlaneContacts(i, a, b, false));
      planeConvexCF = new PairContacts.Creator((i, a, b) -> new PlaneContacts(i, a, b, true));
    }

    @Override
    public CollisionAlgorithmCreateFunc getCollisionAlgorithmCreateFunc(
        BroadphaseNativeType first, BroadphaseNativeType second) {
      boolean boxes =
          first == BroadphaseNativeType.BOX_SHAPE_PROXYTYPE
              && second == BroadphaseNativeType.BOX_SHAPE_PROXYTYPE;
      return boxes ? BOXES : super.getCollisionAlgorithmCreateFunc(first, second);
    }
  }

  private static final class Dispatcher extends CollisionDispatcher {
    private final ContactRules rules;

    Dispatcher(Configuration configuration, ContactRules rules) {
      super(configuration);
      this.rules = rules;
    }

    @Override
    public boolean needsCollision(CollisionObject one, CollisionObject other) {
      return rules.meet(
          (ContactRules.Tag) one.getUserPointer(), (ContactRules.Tag) other.getUserPointer());
    }
  }

  // the root of the product of the two colliders, not the product of the two bodies
  private static final class Friction extends ContactAddedCallback {
    @Override
    public boolean contactAdded(
        ManifoldPoint point,
        CollisionObject one,
        int partOfOne,
        int indexOfOne,
        CollisionObject other,
        int partOfOther,
        int indexOfOther) {
      point.combinedFriction =
          BulletShapes.friction(one.getCollisionShape(), other.getCollisionShape());
      return true;
    }
  }

  /** Returns an empty world. */
  static BulletWorld of(
      Collisions collisions, ContactRules rules, int proxies, double gravity, int iterations) {
    BulletWorld world = new BulletWorld(collisions, rules, proxies);
    world.setGravity(new Vector3f(0, 0, (float) -gravity));
    ContactSolverInfo info = world.getSolverInfo();
    info.numIterations = iterations;
    info.linearSlop = SLOP;
    // the order of a shared solver's random numbers would depend on the other worlds
    info.solverMode &= ~SolverMode.SOLVER_RANDMIZE_ORDER;
    return world;
  }

  /** Advances by one step [s]. */
  void advance(double step) {
    solver.step(-gravity.z, step);
    stepSimulation((float) step, 0, (float) step);
  }

  // JBullet would keep the direction of friction from the first touch on, and mixes up the impulses
  // of its two directions when it starts from those of the step before
  @Override
  protected void solveConstraints(ContactSolverInfo info) {
    for (int i = 0; i < dispatcher1.getNumManifolds(); i++) {
      PersistentManifold manifold = dispatcher1.getManifoldByIndexInternal(i);
      for (int k = 0; k < manifold.getNumContacts(); k++) {
        ManifoldPoint point = manifold.getContactPoint(k);
        point.lateralFrictionInitialized = false;
        point.appliedImpulseLateral1 = 0;
        point.appliedImpulseLateral2 = 0;
      }
    }
    solveAll(info);
  }

  // all bodies at once: JBullet sorts its constraints by islands with an order that is none for
  // equals, and so loses some where a robot has several fingers on one root
  private void solveAll(ContactSolverInfo info) {
    solver.prepareSolve(getNumCollisionObjects(), dispatcher1.getNumManifolds());
    solver.solveGroup(
        collisionObjects,
        getNumCollisionObjects(),
        dispatcher1.getInternalManifoldPointer(),
        0,
        dispatcher1.getNumManifolds(),
        constraints,
        0,
        constraints.size(),
        info,
        null,
        dispatcher1);
    solver.allSolved(info, null);
  }

  @Override
  protected void startProfiling(float timeStep) {
    // the profiler is shared by all threads
  }
}
