package eyas.sim.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import eyas.sim.device.DeviceTest;
import eyas.sim.engine.scene.SceneLayout;
import eyas.sim.sensor.bench.CrossScene;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures do not depend on the lanes, nor on what is left out because it cannot be seen. */
class CameraLanesTest extends DeviceTest {
  private static final int ENVIRONMENTS = 5;
  private static final CameraOutputs OUTPUTS =
      new CameraOutputs(
          Set.of(Channel.DEPTH, Channel.LAYERS, Channel.IDS, Channel.NORMALS, Channel.RGB), 3, 2);

  private record Bits(int[] ids, float[] depth, float[] layers, float[] normals, float[] rgb) {}

  private static Bits take(int width, int height, int lanes, boolean isCulled) {
    SceneLayout layout = RandomStage.layout(3);
    Appearance appearance = RandomStage.APPEARANCE.withColourRange(0.2).forPeople(0.5);
    Camera camera =
        RandomStage.camera(width, height)
            .with(DepthNoise.D435I)
            .with(new PoseNoise(0.05, 0.1))
            .with(new Timing(5, 1));
    try (Studio s = new Studio(device, layout, appearance, camera, OUTPUTS, ENVIRONMENTS, lanes)) {
      for (int e = 0; e < ENVIRONMENTS; e++) {
        s.state(e, RandomStage.state(layout, 3, e));
        s.view().role("body" + e, 1 << e % 3);
      }
      if (!isCulled) {
        s.view().withoutCulling();
      }
      s.take(9);
      return new Bits(
          s.ids(),
          s.floats(Channel.DEPTH),
          s.floats(Channel.LAYERS),
          s.floats(Channel.NORMALS),
          s.floats(Channel.RGB));
    }
  }

  private static void same(Bits a, Bits b) {
    assertThat(a.ids()).isEqualTo(b.ids());
    assertThat(a.depth()).isEqualTo(b.depth());
    assertThat(a.layers()).isEqualTo(b.layers());
    assertThat(a.normals()).isEqualTo(b.normals());
    assertThat(a.rgb()).isEqualTo(b.rgb());
  }

  @ParameterizedTest
  @CsvSource({"61, 47, 4", "61, 47, 8", "61, 47, 16", "7, 5, 16", "160, 90, 16"})
  void everyWidthGivesTheSameBits(int width, int height, int lanes) {
    Bits scalar = take(width, height, 1, true);
    same(take(width, height, lanes, true), scalar);
    same(take(width, height, lanes, false), scalar);
    same(take(width, height, 1, false), scalar);
    assertThat(Arrays.stream(scalar.ids()).distinct().count()).isGreaterThan(8);
  }

  @ParameterizedTest
  @CsvSource({"16", "1"})
  void cullingOnARobotChangesNothing(int lanes) {
    SceneLayout layout = new SceneLayout(CrossScene.scene());
    Bits[] both = new Bits[2];
    for (int i = 0; i < 2; i++) {
      try (Studio s =
          new Studio(
              device,
              layout,
              CrossScene.appearance(),
              CrossScene.camera(60, 45),
              OUTPUTS,
              64,
              lanes)) {
        for (int e = 0; e < 64; e++) {
          s.state(e, CrossScene.state(layout, 4, e));
        }
        if (i == 1) {
          s.view().withoutCulling();
        }
        s.take(9);
        both[i] =
            new Bits(
                s.ids(),
                s.floats(Channel.DEPTH),
                s.floats(Channel.LAYERS),
                s.floats(Channel.NORMALS),
                s.floats(Channel.RGB));
      }
    }
    same(both[0], both[1]);
    assertThat(both[0].ids()).contains(layout.solids().size());
  }
}
