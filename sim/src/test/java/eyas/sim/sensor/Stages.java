package eyas.sim.sensor;

import eyas.assets.robot.Collider;
import eyas.assets.robot.Shape;
import eyas.assets.scene.Scene;
import eyas.assets.scene.SceneBody;
import eyas.assets.spatial.Inertia;
import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Quaternion;
import eyas.assets.spatial.Vec3;
import eyas.sim.engine.scene.SceneLayout;
import java.util.ArrayList;
import java.util.List;

/** Scenes of free bodies for tests of cameras. */
final class Stages {
  static final Inertia ONE = Inertia.diagonal(1, Vec3.ZERO, 1, 1, 1);
  static final Collider FLOOR = new Collider("floor", new Shape.Plane(), Pose.IDENTITY, 1);

  private Stages() {}

  /** Returns a scene of bodies {@code body0}, ... of one shape each, at 10 Hz. */
  static SceneLayout of(List<Collider> fixtures, Shape... shapes) {
    List<SceneBody> bodies = new ArrayList<>();
    for (Shape shape : shapes) {
      String name = "body" + bodies.size();
      Collider collider = new Collider(name, shape, Pose.IDENTITY, 1);
      bodies.add(new SceneBody(name, ONE, List.of(collider), Pose.IDENTITY));
    }
    return new SceneLayout(new Scene("stage", 9.81, 0.1, 1, List.of(), bodies, fixtures));
  }

  /** Returns the state with all bodies at their poses. */
  static float[] state(SceneLayout layout, Pose... poses) {
    float[] state = new float[layout.stateRows()];
    for (int b = 0; b < poses.length; b++) {
      Vec3 p = poses[b].position();
      Quaternion q = poses[b].orientation();
      double[] numbers = {p.x(), p.y(), p.z(), q.w(), q.x(), q.y(), q.z()};
      for (int i = 0; i < numbers.length; i++) {
        state[layout.bodyRow(b) + i] = (float) numbers[i];
      }
    }
    return state;
  }

  /** Returns a camera in the world. */
  static Camera camera(Pose pose, int width, int height) {
    Lens lens = new Lens(width, height, 1.2, 0, 1e6);
    return Camera.ideal("test", new Mount.World(), pose, lens);
  }
}
