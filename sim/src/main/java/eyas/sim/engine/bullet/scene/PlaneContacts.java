package eyas.sim.engine.bullet.scene;

import com.bulletphysics.collision.broadphase.CollisionAlgorithmConstructionInfo;
import com.bulletphysics.collision.dispatch.CollisionObject;
import com.bulletphysics.collision.dispatch.ManifoldResult;
import com.bulletphysics.collision.shapes.ConvexShape;
import com.bulletphysics.collision.shapes.StaticPlaneShape;
import com.bulletphysics.linearmath.Transform;
import javax.vecmath.Vector3f;

/**
 * All low points of a convex shape against a plane in every step. JBullet's own algorithm finds one
 * point a step, so a sliding box stands on changing corners.
 */
final class PlaneContacts extends PairContacts {
  private final boolean planeFirst;
  private final LowPoints points = new LowPoints();
  private final Transform shapeFrame = new Transform();
  private final Transform planeFrame = new Transform();
  private final Vector3f normal = new Vector3f();
  private final Vector3f local = new Vector3f();
  private final Vector3f world = new Vector3f();
  private final Vector3f offset = new Vector3f();

  PlaneContacts(
      CollisionAlgorithmConstructionInfo info,
      CollisionObject first,
      CollisionObject second,
      boolean planeFirst) {
    super(info, planeFirst ? second : first, planeFirst ? first : second);
    this.planeFirst = planeFirst;
  }

  @Override
  void find(CollisionObject first, CollisionObject second, ManifoldResult result) {
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
    int count = points.find((ConvexShape) solid.getCollisionShape(), local);
    for (int i = 0; i < count; i++) {
      add(points.get(i), plane.getPlaneConstant(), result);
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
}
