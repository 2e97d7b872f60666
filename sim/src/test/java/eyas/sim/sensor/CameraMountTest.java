package eyas.sim.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyas.assets.robot.Shape;
import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Quaternion;
import eyas.assets.spatial.Vec3;
import eyas.sim.device.DeviceTest;
import eyas.sim.engine.scene.SceneLayout;
import eyas.sim.sensor.bench.CrossScene;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cameras go with what carries them. */
class CameraMountTest extends DeviceTest {
  @Test
  void onARobotItSeesWhatStandsBeforeTheRobot() {
    SceneLayout layout = new SceneLayout(CrossScene.scene());
    Camera level =
        Camera.ideal(
            "level",
            new Mount.OnLink("robot", "base"),
            Pose.at(0.2, 0, 0.075),
            new Lens(9, 9, 1, 0, 10));
    CameraOutputs outputs = CameraOutputs.of(Channel.DEPTH, Channel.IDS);
    try (Studio s = new Studio(device, layout, Appearance.PLAIN, level, outputs, 1, 8)) {
      float[] state = CrossScene.state(layout, 1, 0);
      int row = layout.positionRow(0);
      state[row] = 0.3f;
      state[row + 1] = -0.2f;
      state[row + 2] = (float) (Math.PI / 2);
      Pose box =
          new Pose(new Vec3(0.3, 0.8, 0.075), Quaternion.about(new Vec3(0, 0, 1), Math.PI / 2));
      double[] numbers = {0.3, 0.8, 0.075, box.orientation().w(), 0, 0, box.orientation().z()};
      for (int i = 0; i < numbers.length; i++) {
        state[layout.bodyRow(2) + i] = (float) numbers[i];
      }
      for (int b : new int[] {0, 1, 3, 4}) {
        state[layout.bodyRow(b)] = -9 - b;
      }
      s.stateOfAll(state);
      s.take(1);
      assertThat(s.ids()[40]).isEqualTo(s.view().instances().id("box2"));
      // from y = -0.2 + 0.2 to the box's face
      assertThat(s.floats(Channel.DEPTH)[40]).isCloseTo(0.725f, within(1e-5f));
    }
  }

  @Test
  void onABodyItTurnsWithIt() {
    SceneLayout layout = Stages.of(List.of(), new Shape.Sphere(0.2), new Shape.Sphere(0.1));
    Camera camera =
        Camera.ideal(
            "eye", new Mount.OnBody("body1"), Pose.at(0.05, 0, 0), new Lens(9, 9, 1, 0, 10));
    CameraOutputs outputs = CameraOutputs.of(Channel.DEPTH);
    try (Studio s = new Studio(device, layout, Appearance.PLAIN, camera, outputs, 1, 4)) {
      // looks along -z of the world
      Pose down = new Pose(new Vec3(1, 2, 3), Quaternion.fromRollPitchYaw(0, Math.PI / 2, 0));
      s.stateOfAll(Stages.state(layout, Pose.at(1, 2, 0), down));
      s.take(1);
      assertThat(s.floats(Channel.DEPTH)[40]).isCloseTo(2.75f, within(1e-5f));
    }
  }
}
