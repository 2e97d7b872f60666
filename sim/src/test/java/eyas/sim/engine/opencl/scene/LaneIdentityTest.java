package eyas.sim.engine.opencl.scene;

import static org.assertj.core.api.Assertions.assertThat;

import eyas.assets.scene.Scene;
import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Quaternion;
import eyas.assets.spatial.Vec3;
import eyas.sim.engine.scene.SceneLayout;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The same bits in every lane width, whatever the neighbours in the lanes do. */
class LaneIdentityTest {
  private static final int ENVIRONMENTS = 19;

  @Test
  void pushingIsTheSameInEveryLaneWidth() {
    Scene scene = Egopush.scene(5);
    float[] expected = run(scene, 1);
    assertThat(run(scene, 4)).isEqualTo(expected);
    assertThat(run(scene, 8)).isEqualTo(expected);
    assertThat(run(scene, 16)).isEqualTo(expected);
    assertThat(run(scene, 16)).isEqualTo(expected);
  }

  @Test
  void aHandIsTheSameInEveryLaneWidth() {
    float[] expected = hand(1);
    assertThat(expected).doesNotContain(Float.NaN);
    assertThat(hand(4)).isEqualTo(expected);
    assertThat(hand(16)).isEqualTo(expected);
  }

  // fingers close on a cube and on each other
  private static float[] hand(int lanes) {
    Random random = new Random(8);
    try (Trial trial = new Trial(Allegro.scene(), ENVIRONMENTS, lanes)) {
      for (int e = 0; e < ENVIRONMENTS; e++) {
        Vec3 at = new Vec3(-0.05 - 0.03 * random.nextDouble(), 0, 0.16);
        trial.place(0, e, new Pose(at, RandomScenes.orientation(random)));
      }
      trial.reset();
      for (int i = 0; i < 5; i++) {
        for (int c = 0; c < trial.layout.commands(); c++) {
          for (int e = 0; e < ENVIRONMENTS; e++) {
            trial.command(c, e, 1.5 * random.nextDouble());
          }
        }
        trial.run(8);
      }
      return trial.state.clone();
    }
  }

  private static float[] run(Scene scene, int lanes) {
    Random random = new Random(7);
    try (Trial trial = new Trial(scene, ENVIRONMENTS, lanes)) {
      for (int e = 0; e < ENVIRONMENTS; e++) {
        start(random, trial, e);
      }
      trial.reset();
      for (int i = 0; i < 5; i++) {
        for (int e = 0; e < ENVIRONMENTS; e++) {
          trial.command(0, e, 0.8 * random.nextDouble() - 0.2);
          trial.command(1, e, 4 * random.nextDouble() - 2);
        }
        trial.run(5);
      }
      return trial.state.clone();
    }
  }

  private static void start(Random random, Trial trial, int e) {
    SceneLayout layout = trial.layout;
    for (int b = 0; b < layout.scene().bodies().size(); b++) {
      // some fall, some lie in each other's way
      Vec3 at =
          new Vec3(
              0.3 + 0.4 * random.nextDouble(),
              0.6 * random.nextDouble() - 0.3,
              0.08 + 0.2 * b * random.nextDouble());
      Quaternion turn =
          random.nextBoolean()
              ? RandomScenes.orientation(random)
              : Quaternion.about(new Vec3(0, 0, 1), 6 * random.nextDouble());
      trial.place(b, e, new Pose(at, turn));
    }
    for (int s = 0; s < layout.solids().size(); s++) {
      int row = layout.solidParameters(s);
      trial.parameter(row + SceneLayout.MASS_FACTOR, e, 0.5 + random.nextDouble());
      trial.parameter(row + SceneLayout.CENTRE_SHIFT, e, 0.01 * random.nextGaussian());
      trial.parameter(row + SceneLayout.FRICTION_FACTOR, e, 0.5 + random.nextDouble());
      trial.parameter(row + SceneLayout.SIZE_FACTOR, e, 0.9 + 0.2 * random.nextDouble());
    }
    trial.parameter(layout.delayRow(), e, random.nextDouble());
  }
}
