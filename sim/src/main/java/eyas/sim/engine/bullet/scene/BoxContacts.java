package eyas.sim.engine.bullet.scene;

import com.bulletphysics.collision.broadphase.CollisionAlgorithmConstructionInfo;
import com.bulletphysics.collision.dispatch.CollisionObject;
import com.bulletphysics.collision.dispatch.ManifoldResult;
import com.bulletphysics.collision.shapes.BoxShape;
import com.bulletphysics.linearmath.Transform;
import eyas.assets.spatial.Vec3;
import javax.vecmath.Vector3f;

/**
 * All contacts of two boxes in every step, by separating axes. JBullet's own way (GJK) finds one
 * point a step, and rounds the corners.
 */
final class BoxContacts extends PairContacts {
  private final Transform transform = new Transform();
  private final Vector3f half = new Vector3f();
  private final Vector3f normal = new Vector3f();
  private final Vector3f point = new Vector3f();

  BoxContacts(
      CollisionAlgorithmConstructionInfo info, CollisionObject first, CollisionObject second) {
    super(info, first, second);
  }

  @Override
  void find(CollisionObject first, CollisionObject second, ManifoldResult result) {
    double reach = manifold.getContactBreakingThreshold();
    for (BoxPair.Touch touch : new BoxPair(box(first), box(second), reach).touches()) {
      set(normal, touch.normal());
      set(point, touch.onSecond());
      result.addContactPoint(normal, point, (float) touch.gap());
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
}
