package eyas.sim.sensor;

import eyas.assets.scene.KinematicTree;
import eyas.assets.scene.SceneBody;
import eyas.assets.scene.SceneRobot;
import eyas.assets.spatial.Pose;
import eyas.sim.engine.scene.SceneLayout;
import java.util.List;

/**
 * Where a camera is fixed.
 *
 * @param solid index of the solid that carries it, -1 for the world
 * @param pose of the camera in the solid's frame, or in the world
 */
record MountPose(int solid, Pose pose) {
  static MountPose of(SceneLayout layout, Camera camera) {
    if (camera.mount() instanceof Mount.OnLink link) {
      return onLink(layout, camera, link);
    } else if (camera.mount() instanceof Mount.OnBody on) {
      List<String> names = layout.scene().bodies().stream().map(SceneBody::name).toList();
      int body = index(names, on.body(), camera, "body");
      return new MountPose(layout.solids().size() - names.size() + body, camera.pose());
    }
    return new MountPose(-1, camera.pose());
  }

  private static MountPose onLink(SceneLayout layout, Camera camera, Mount.OnLink on) {
    List<String> names = layout.scene().robots().stream().map(SceneRobot::name).toList();
    int robot = index(names, on.robot(), camera, "robot");
    KinematicTree tree = layout.tree(robot);
    List<String> links = tree.frames().stream().map(KinematicTree.Frame::link).toList();
    KinematicTree.Frame frame = tree.frames().get(index(links, on.link(), camera, "link"));
    int solid = 0;
    while (layout.solids().get(solid).robot() != robot
        || layout.solids().get(solid).body() != frame.body()) {
      solid++;
    }
    return new MountPose(solid, frame.pose().times(camera.pose()));
  }

  private static int index(List<String> names, String name, Camera camera, String what) {
    int index = names.indexOf(name);
    SensorException.require(
        index >= 0,
        "Camera `%s` is mounted on %s `%s`, which the scene does not have; it has %s.",
        camera.name(),
        what,
        name,
        names);
    return index;
  }
}
