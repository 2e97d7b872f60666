package eyas.sim.engine.bullet.scene;

import com.bulletphysics.collision.broadphase.CollisionAlgorithm;
import com.bulletphysics.collision.broadphase.CollisionAlgorithmConstructionInfo;
import com.bulletphysics.collision.broadphase.DispatcherInfo;
import com.bulletphysics.collision.dispatch.CollisionAlgorithmCreateFunc;
import com.bulletphysics.collision.dispatch.CollisionObject;
import com.bulletphysics.collision.dispatch.ManifoldResult;
import com.bulletphysics.collision.narrowphase.PersistentManifold;
import com.bulletphysics.util.ObjectArrayList;

/** Finds all contacts of one pair of shapes in every step and keeps them in one manifold. */
abstract class PairContacts extends CollisionAlgorithm {
  final PersistentManifold manifold;

  PairContacts(
      CollisionAlgorithmConstructionInfo info, CollisionObject first, CollisionObject second) {
    init(info);
    manifold = dispatcher.getNewManifold(first, second);
  }

  /** Adds every contact of the pair to the result. */
  abstract void find(CollisionObject first, CollisionObject second, ManifoldResult result);

  /** Makes the algorithm of a pair; nothing is pooled. */
  static final class Creator extends CollisionAlgorithmCreateFunc {
    private final Maker maker;

    Creator(Maker maker) {
      this.maker = maker;
    }

    @Override
    public CollisionAlgorithm createCollisionAlgorithm(
        CollisionAlgorithmConstructionInfo info, CollisionObject first, CollisionObject second) {
      return maker.make(info, first, second);
    }

    @Override
    public void releaseCollisionAlgorithm(CollisionAlgorithm algorithm) {
      // nothing is pooled
    }
  }

  /** A constructor. */
  @FunctionalInterface
  interface Maker {
    PairContacts make(
        CollisionAlgorithmConstructionInfo info, CollisionObject first, CollisionObject second);
  }

  @Override
  public final void processCollision(
      CollisionObject first, CollisionObject second, DispatcherInfo info, ManifoldResult result) {
    result.setPersistentManifold(manifold);
    find(first, second, result);
    if (manifold.getNumContacts() > 0) {
      result.refreshContactPoints();
    }
  }

  @Override
  public final void destroy() {
    dispatcher.releaseManifold(manifold);
  }

  @Override
  public final float calculateTimeOfImpact(
      CollisionObject first, CollisionObject second, DispatcherInfo info, ManifoldResult result) {
    return 1;
  }

  @Override
  public final void getAllContactManifolds(ObjectArrayList<PersistentManifold> manifolds) {
    manifolds.add(manifold);
  }
}
