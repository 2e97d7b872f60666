package eyas.sim.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyas.assets.robot.Shape;
import eyas.assets.spatial.Pose;
import eyas.sim.device.DeviceTest;
import eyas.sim.engine.scene.SceneLayout;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pictures arrive late, and not at every step. */
class CameraTimingTest extends DeviceTest {
  private static final int PIXELS = 9 * 9;
  private static final int MIDDLE = PIXELS / 2;
  private static final SceneLayout LAYOUT = Stages.of(List.of(), new Shape.Box(0.5, 0.5, 0.5));
  private static final CameraOutputs OUTPUTS = CameraOutputs.of(Channel.DEPTH);

  private static Studio studio(Camera camera, int environments) {
    return new Studio(device, LAYOUT, Appearance.PLAIN, camera, OUTPUTS, environments, 4);
  }

  private static Camera camera(Timing timing) {
    return Stages.camera(Pose.IDENTITY, 9, 9).with(timing);
  }

  // the box's face at step k of an episode
  private static float distance(int episode, int age) {
    return 2 + 0.1f * age + 3 * episode;
  }

  private static float[] box(int episode, int age) {
    return Stages.state(LAYOUT, Pose.at(distance(episode, age) + 0.5, 0, 0));
  }

  @Test
  void latePicturesAreTheOldOnesExactly() {
    Camera noisy = camera(Timing.IMMEDIATE).with(DepthNoise.D435I);
    try (Studio now = studio(noisy, 1);
        Studio late = studio(noisy.with(new Timing(0, 3)), 1)) {
      float[][] pictures = new float[12][];
      for (int age = 0; age < pictures.length; age++) {
        for (Studio s : List.of(now, late)) {
          s.stateOfAll(box(0, age));
          s.time(age, 0);
          s.take(5);
        }
        pictures[age] = now.floats(Channel.DEPTH);
        assertThat(late.floats(Channel.DEPTH)).isEqualTo(pictures[Math.max(0, age - 3)]);
      }
      assertThat(pictures[1]).isNotEqualTo(pictures[0]);
    }
  }

  @Test
  void slowCamerasHoldTheirPictures() {
    // 2.5 Hz at control steps of 10 Hz
    try (Studio s = studio(camera(new Timing(2.5, 2)), 1)) {
      for (int age = 0; age < 15; age++) {
        s.stateOfAll(box(0, age));
        s.time(age, 0);
        s.take(5);
        int shown = Math.max(0, age - 2) / 4 * 4;
        assertThat(s.floats(Channel.DEPTH)[MIDDLE])
            .as("age %d", age)
            .isCloseTo(distance(0, shown), within(1e-5f));
      }
    }
  }

  @Test
  void aNewEpisodeShowsNothingOfTheOldOne() {
    try (Studio s = studio(camera(new Timing(5, 3)), 2)) {
      for (int step = 0; step < 20; step++) {
        // the second environment starts again at step 7
        int episode = step >= 7 ? 1 : 0;
        int age = step >= 7 ? step - 7 : step;
        s.state(0, box(0, step));
        s.time(0, step, 0);
        s.state(1, box(episode, age));
        s.time(1, age, episode);
        s.take(5);
        float[] depth = s.floats(Channel.DEPTH);
        assertThat(depth[MIDDLE])
            .isCloseTo(distance(0, Math.max(0, step - 3) / 2 * 2), within(1e-5f));
        assertThat(depth[PIXELS + MIDDLE])
            .as("step %d", step)
            .isCloseTo(distance(episode, Math.max(0, age - 3) / 2 * 2), within(1e-5f));
      }
    }
  }

  @Test
  void aForgetfulCameraShowsItsOwnMoment() {
    try (Studio s = studio(camera(new Timing(5, 4)), 1)) {
      s.stateOfAll(box(0, 0));
      s.take(5);
      s.view().forget();
      s.stateOfAll(box(0, 7));
      s.time(7, 0);
      s.take(5);
      assertThat(s.floats(Channel.DEPTH)[MIDDLE]).isCloseTo(distance(0, 7), within(1e-5f));
    }
  }
}
