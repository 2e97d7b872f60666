package eyas.sim.engine.bullet.scene;

import com.bulletphysics.collision.broadphase.CollisionAlgorithm;
import com.bulletphysics.collision.broadphase.CollisionAlgorithmConstructionInfo;
import com.bulletphysics.collision.broadphase.DispatcherInfo;
import com.bulletphysics.collision.dispatch.CollisionAlgorithmCreateFunc;
import com.bulletphysics.collision.dispatch.CollisionObject;
import com.bulletphysics.collision.dispatch.ManifoldResult;
import com.bulletphysics.collision.narrowphase.PersistentManifold;
import com.bulletphysics.collision.shapes.BoxShape;
import com.bulletphysics.linearmath.Transform;
import com.bulletphysics.util.ObjectArrayList;
import eyas.assets.spatial.Vec3;
import javax.vecmath.Vector3f;

/**
 * All contacts of two boxes in every step, by separating axes. JBullet's own way (GJK) finds one
 * point a step, and rounds the corners.
 */
final class BoxContacts extends CollisionAlgorithm {
  private final PersistentManifold manifold;
  private final Transform transform = new Transform();
  private final Vector3f half = new Vector3f();
  private final Vector3f normal = new Vector3f();
  private final Vector3f point = new Vector3f();

  private BoxContacts(
      CollisionAlgorithmConstructionInfo info, CollisionObject first, CollisionObject second) {
    init(info);
    manifold = dispatcher.getNewManifold(first, second);
  }

  /** Makes the algorithm for a pair. */
  static final class Creator extends CollisionAlgorithmCreateFunc {
    @Override
    public CollisionAlgorithm createCollisionAlgorithm(
        CollisionAlgorithmConstructionInfo info, CollisionObject first, CollisionObject second) {
      return new BoxContacts(info, first, second);
    }

    @Override
    public void releaseCollisionAlgorithm(CollisionAlgorithm algorithm) {
      // nothing is pooled
    }
  }

  @Override
  public void destroy() {
    dispatcher.releaseManifold(manifold);
  }

  @Override
  public void processCollision(
      CollisionObject first, CollisionObject second, DispatcherInfo info, ManifoldResult result) {
    result.setPersistentManifold(manifold);
    double reach = manifold.getContactBreakingThreshold();
    for (BoxPair.Touch touch : new BoxPair(box(first), box(second), reach).touches()) {
      set(normal, touch.normal());
      set(point, touch.onSecond());
      result.addContactPoint(normal, point, (float) touch.gap());
    }
    if (manifold.getNumContacts() > 0) {
      result.refreshContactPoints();
    }
  }

  private BoxPair.Box box(CollisionObject object) {
    object.getWorldTransform(transform);
    ((BoxShape) object.getCollisionShape()).getHalfExtentsWithMargin(half);
    Vec3[] axes = new Vec3[3];
    for (int k = 0; k < 3; k++) {
      transform.basis.getColumn(k, point);
      axes[k] = Transforms.vector(point);
    }
    double[] halves = {half.x, half.y, half.z};
    return new BoxPair.Box(Transforms.vector(transform.origin), axes, halves);
  }

  private static void set(Vector3f out, Vec3 v) {
    out.set((float) v.x(), (float) v.y(), (float) v.z());
  }

  @Override
  public float calculateTimeOfImpact(
      CollisionObject first, CollisionObject second, DispatcherInfo info, ManifoldResult result) {
    return 1;
  }

  @Override
  public void getAllContactManifolds(ObjectArrayList<PersistentManifold> manifolds) {
    manifolds.add(manifold);
  }
}
