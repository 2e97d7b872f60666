package eyas.sim.engine.bullet.scene;

import com.bulletphysics.collision.broadphase.CollisionAlgorithm;
import com.bulletphysics.collision.broadphase.CollisionAlgorithmConstructionInfo;
import com.bulletphysics.collision.broadphase.DispatcherInfo;
import com.bulletphysics.collision.dispatch.CollisionAlgorithmCreateFunc;
import com.bulletphysics.collision.dispatch.CollisionObject;
import com.bulletphysics.collision.dispatch.ManifoldResult;
import com.bulletphysics.collision.narrowphase.PersistentManifold;
import com.bulletphysics.collision.shapes.ConvexShape;
import com.bulletphysics.collision.shapes.StaticPlaneShape;
import com.bulletphysics.linearmath.Transform;
import com.bulletphysics.util.ObjectArrayList;
import javax.vecmath.Vector3f;

/**
 * All low points of a convex shape against a plane in every step. JBullet's own algorithm finds one
 * point a step, so a sliding box stands on changing corners.
 */
final class PlaneContacts extends CollisionAlgorithm {
  private final boolean planeFirst;
  private final PersistentManifold manifold;
  private final LowPoints points = new LowPoints();
  private final Transform shapeFrame = new Transform();
  private final Transform planeFrame = new Transform();
  private final Vector3f normal = new Vector3f();
  private final Vector3f local = new Vector3f();
  private final Vector3f world = new Vector3f();
  private final Vector3f offset = new Vector3f();

  private PlaneContacts(
      CollisionAlgorithmConstructionInfo info,
      CollisionObject first,
      CollisionObject second,
      boolean planeFirst) {
    init(info);
    this.planeFirst = planeFirst;
    this.manifold =
        planeFirst
            ? dispatcher.getNewManifold(second, first)
            : dispatcher.getNewManifold(first, second);
  }

  /** Makes the algorithm for a pair. */
  static final class Creator extends CollisionAlgorithmCreateFunc {
    private final boolean planeFirst;

    Creator(boolean planeFirst) {
      this.planeFirst = planeFirst;
    }

    @Override
    public CollisionAlgorithm createCollisionAlgorithm(
        CollisionAlgorithmConstructionInfo info, CollisionObject first, CollisionObject second) {
      return new PlaneContacts(info, first, second, planeFirst);
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
    CollisionObject solid = planeFirst ? second : first;
    CollisionObject ground = planeFirst ? first : second;
    StaticPlaneShape plane = (StaticPlaneShape) ground.getCollisionShape();
    solid.getWorldTransform(shapeFrame);
    ground.getWorldTransform(planeFrame);
    plane.getPlaneNormal(normal);
    planeFrame.basis.transform(normal);
    // the plane's normal in the shape's axes
    local.set(
        shapeFrame.basis.m00 * normal.x
            + shapeFrame.basis.m10 * normal.y
            + shapeFrame.basis.m20 * normal.z,
        shapeFrame.basis.m01 * normal.x
            + shapeFrame.basis.m11 * normal.y
            + shapeFrame.basis.m21 * normal.z,
        shapeFrame.basis.m02 * normal.x
            + shapeFrame.basis.m12 * normal.y
            + shapeFrame.basis.m22 * normal.z);
    result.setPersistentManifold(manifold);
    int count = points.find((ConvexShape) solid.getCollisionShape(), local);
    for (int i = 0; i < count; i++) {
      add(points.get(i), plane.getPlaneConstant(), result);
    }
    if (manifold.getNumContacts() > 0) {
      result.refreshContactPoints();
    }
  }

  private void add(Vector3f point, float constant, ManifoldResult result) {
    world.set(point);
    shapeFrame.transform(world);
    offset.sub(world, planeFrame.origin);
    float distance = offset.dot(normal) - constant;
    if (distance < manifold.getContactBreakingThreshold()) {
      world.scaleAdd(-distance, normal, world);
      result.addContactPoint(normal, world, distance);
    }
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
