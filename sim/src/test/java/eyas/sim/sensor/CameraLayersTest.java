package eyas.sim.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import eyas.sim.device.DeviceTest;
import eyas.sim.engine.scene.SceneLayout;
import eyas.sim.sensor.bench.CrossScene;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Depth by roles. */
class CameraLayersTest extends DeviceTest {
  private static final int ENVIRONMENTS = 20;
  private static final int WIDTH = 60;
  private static final int HEIGHT = 45;
  private static final int PIXELS = WIDTH * HEIGHT;
  private static final CameraOutputs OUTPUTS =
      new CameraOutputs(Set.of(Channel.DEPTH, Channel.LAYERS, Channel.IDS), 4, 0);

  private static Studio open(SceneLayout layout, DepthNoise noise) {
    Camera camera = CrossScene.camera(WIDTH, HEIGHT).with(noise);
    Studio studio =
        new Studio(device, layout, CrossScene.appearance(), camera, OUTPUTS, ENVIRONMENTS, 16);
    for (int e = 0; e < ENVIRONMENTS; e++) {
      studio.state(e, CrossScene.state(layout, 8, e));
    }
    return studio;
  }

  @Test
  void layersOfAllInstancesAddUpToDepth() {
    SceneLayout layout = new SceneLayout(CrossScene.scene());
    try (Studio studio = open(layout, DepthNoise.D435I)) {
      Instances instances = studio.view().instances();
      for (int i = 0; i < instances.count(); i++) {
        int[] row = new int[studio.view().padded()];
        java.util.Arrays.fill(row, 1 << i % 4);
        studio.view().roles().write((long) i * row.length, row);
      }
      studio.take(8);
      float[] depth = studio.floats(Channel.DEPTH);
      float[] layers = studio.floats(Channel.LAYERS);
      int[] ids = studio.ids();
      for (int i = 0; i < depth.length; i++) {
        int first = i / PIXELS * 4 * PIXELS + i % PIXELS;
        for (int l = 0; l < 4; l++) {
          float expected = ids[i] > 0 && (ids[i] - 1) % 4 == l ? depth[i] : 0;
          assertThat(layers[first + l * PIXELS]).as("pixel %d, layer %d", i, l).isEqualTo(expected);
        }
      }
      assertThat(ids).contains(instances.id("box0"), instances.id("floor"), instances.id("wall"));
      assertThat(ids).contains(instances.id("robot/base"));
    }
  }

  @Test
  void rolesBelongToEnvironments() {
    SceneLayout layout = new SceneLayout(CrossScene.scene());
    try (Studio studio = open(layout, DepthNoise.NONE)) {
      Instances instances = studio.view().instances();
      // in environment e box e is active, and another one is in two layers
      for (int b = 0; b < CrossScene.BOXES; b++) {
        int[] row = new int[studio.view().padded()];
        for (int e = 0; e < row.length; e++) {
          row[e] =
              e % CrossScene.BOXES == b ? 0b0001 : (e + 1) % CrossScene.BOXES == b ? 0b1010 : 0;
        }
        studio.view().roles().write((long) (instances.id("box" + b) - 1) * row.length, row);
      }
      studio.take(8);
      float[] depth = studio.floats(Channel.DEPTH);
      float[] layers = studio.floats(Channel.LAYERS);
      int[] ids = studio.ids();
      int shown = 0;
      for (int i = 0; i < depth.length; i++) {
        int e = i / PIXELS;
        int first = e * 4 * PIXELS + i % PIXELS;
        boolean isActive = ids[i] == instances.id("box" + e % CrossScene.BOXES);
        boolean isOther = ids[i] == instances.id("box" + (e + 1) % CrossScene.BOXES);
        assertThat(layers[first]).isEqualTo(isActive ? depth[i] : 0);
        assertThat(layers[first + PIXELS]).isEqualTo(isOther ? depth[i] : 0);
        assertThat(layers[first + 2 * PIXELS]).isZero();
        assertThat(layers[first + 3 * PIXELS]).isEqualTo(isOther ? depth[i] : 0);
        shown += isActive ? 1 : 0;
      }
      assertThat(shown).isGreaterThan(200);
    }
  }
}
