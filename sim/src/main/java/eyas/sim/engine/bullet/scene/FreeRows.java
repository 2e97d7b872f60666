package eyas.sim.engine.bullet.scene;

import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Quaternion;
import eyas.assets.spatial.Vec3;
import eyas.sim.engine.bullet.Rows;
import eyas.sim.engine.scene.SceneLayout;

/** The rows of a free body, to and from JBullet. */
final class FreeRows {
  private FreeRows() {}

  static void place(BulletBody body, Rows state, int row) {
    int q = row + SceneLayout.ORIENTATION;
    Quaternion orientation =
        new Quaternion(state.get(q), state.get(q + 1), state.get(q + 2), state.get(q + 3))
            .normalized();
    body.place(
        new Pose(vector(state, row + SceneLayout.POSITION), orientation),
        vector(state, row + SceneLayout.VELOCITY),
        orientation.rotate(vector(state, row + SceneLayout.ANGULAR_VELOCITY)));
  }

  static void write(BulletBody body, Rows state, int row) {
    Pose pose = body.pose();
    Quaternion q = pose.orientation();
    set(state, row + SceneLayout.POSITION, pose.position().toArray());
    set(state, row + SceneLayout.ORIENTATION, q.w(), q.x(), q.y(), q.z());
    set(state, row + SceneLayout.VELOCITY, body.velocity().toArray());
    set(state, row + SceneLayout.ANGULAR_VELOCITY, q.conjugate().rotate(body.spin()).toArray());
  }

  private static Vec3 vector(Rows state, int row) {
    return new Vec3(state.get(row), state.get(row + 1), state.get(row + 2));
  }

  private static void set(Rows state, int row, double... values) {
    for (int i = 0; i < values.length; i++) {
      state.set(row + i, values[i]);
    }
  }
}
