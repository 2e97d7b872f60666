package eyas.sim.engine.bullet.scene;

import com.bulletphysics.linearmath.Transform;
import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Quaternion;
import eyas.assets.spatial.Vec3;
import javax.vecmath.Quat4f;
import javax.vecmath.Vector3f;

/** Between our vectors and poses and JBullet's. */
final class Transforms {
  private Transforms() {}

  static Vector3f vector(Vec3 v) {
    return new Vector3f((float) v.x(), (float) v.y(), (float) v.z());
  }

  static Vec3 vector(Vector3f v) {
    return new Vec3(v.x, v.y, v.z);
  }

  static Transform transform(Pose pose) {
    Quaternion q = pose.orientation();
    Transform transform = new Transform();
    transform.setRotation(new Quat4f((float) q.x(), (float) q.y(), (float) q.z(), (float) q.w()));
    transform.origin.set(vector(pose.position()));
    return transform;
  }

  static Pose pose(Transform transform) {
    Quat4f q = transform.getRotation(new Quat4f());
    return new Pose(vector(transform.origin), new Quaternion(q.w, q.x, q.y, q.z).normalized());
  }
}
