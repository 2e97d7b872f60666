package eyas.sim.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyas.assets.robot.Collider;
import eyas.assets.robot.Shape;
import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Quaternion;
import eyas.assets.spatial.Vec3;
import eyas.sim.device.DeviceTest;
import eyas.sim.engine.scene.SceneLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random scenes of all shapes before random cameras, against {@link ReferenceCaster}. */
class CameraReferenceTest extends DeviceTest {
  private static final int WIDTH = 36;
  private static final int HEIGHT = 28;
  private static final int ENVIRONMENTS = 6;
  // rays this far beside a pixel's must meet the same surface, or it is an edge [pixels]
  private static final double BESIDE = 0.02;
  private static final CameraOutputs OUTPUTS =
      CameraOutputs.of(Channel.DEPTH, Channel.IDS, Channel.NORMALS);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void picturesAreThoseOfTheReference(long seed) {
    SceneLayout layout = RandomStage.layout(seed);
    Camera camera = camera(seed);
    Random random = new Random(seed);
    int compared = 0;
    try (Studio studio =
        new Studio(device, layout, RandomStage.APPEARANCE, camera, OUTPUTS, ENVIRONMENTS, 16)) {
      float[][] scales = new float[ENVIRONMENTS][RandomStage.BODIES];
      for (int e = 0; e < ENVIRONMENTS; e++) {
        studio.state(e, RandomStage.state(layout, seed, e));
        for (int b = 0; b < RandomStage.BODIES; b++) {
          scales[e][b] = 0.7f + 0.6f * random.nextFloat();
          studio.parameter(e, layout.solidParameters(b) + SceneLayout.SIZE_FACTOR, scales[e][b]);
        }
      }
      studio.take(seed);
      for (int e = 0; e < ENVIRONMENTS; e++) {
        ReferenceCaster reference = reference(layout, seed, e, scales[e]);
        compared += compare(reference, camera, studio, seed, e);
      }
    }
    assertThat(compared).isGreaterThan(ENVIRONMENTS * WIDTH * HEIGHT * 8 / 10);
  }

  private static Camera camera(long seed) {
    Random random = new Random(50 + seed);
    Quaternion turned =
        Quaternion.fromRollPitchYaw(
            0.6 * random.nextDouble() - 0.3,
            0.8 * random.nextDouble() - 0.2,
            6 * random.nextDouble());
    Vec3 place =
        new Vec3(
            2 * random.nextDouble() - 1,
            2 * random.nextDouble() - 1,
            0.4 + 1.2 * random.nextDouble());
    return Stages.camera(new Pose(place, turned), WIDTH, HEIGHT);
  }

  private static ReferenceCaster reference(
      SceneLayout layout, long seed, int environment, float[] scales) {
    List<ReferenceCaster.Thing> things = new ArrayList<>();
    Pose[] poses = RandomStage.poses(seed, environment);
    for (int b = 0; b < poses.length; b++) {
      Shape shape = layout.scene().bodies().get(b).colliders().get(0).shape();
      double[][] planes = RandomStage.planes(seed, b);
      things.add(new ReferenceCaster.Thing(b + 1, shape, planes, poses[b], scales[b]));
    }
    int id = poses.length;
    for (Collider fixture : layout.scene().fixtures()) {
      id++;
      things.add(
          new ReferenceCaster.Thing(id, fixture.shape(), new double[0][], fixture.pose(), 1));
    }
    return new ReferenceCaster(things, RandomStage.APPEARANCE.wall().orElseThrow(), id + 1);
  }

  private static int compare(
      ReferenceCaster reference, Camera camera, Studio studio, long seed, int environment) {
    float[] depth = studio.floats(Channel.DEPTH);
    int[] ids = studio.ids();
    float[] normals = studio.floats(Channel.NORMALS);
    int compared = 0;
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      ReferenceCaster.Hit hit = cast(reference, camera, i, 0, 0);
      if (isEdge(reference, camera, i, hit)) {
        continue;
      }
      compared++;
      int at = environment * WIDTH * HEIGHT + i;
      String where = "seed %d, environment %d, pixel %d".formatted(seed, environment, i);
      assertThat(ids[at]).as(where).isEqualTo(hit.id());
      if (hit.id() > 0) {
        assertThat((double) depth[at]).as(where).isCloseTo(hit.t(), within(1e-4 * hit.t()));
        int first = 3 * environment * WIDTH * HEIGHT + i;
        double[] n = {
          normals[first], normals[first + WIDTH * HEIGHT], normals[first + 2 * WIDTH * HEIGHT]
        };
        double[] expected = camera.pose().orientation().conjugate().rotate(hit.normal()).toArray();
        assertThat(n).as(where).containsExactly(expected, within(5e-3));
      } else {
        assertThat(depth[at]).as(where).isZero();
      }
    }
    return compared;
  }

  // a silhouette, a border between two things, or an edge between two faces
  private static boolean isEdge(
      ReferenceCaster reference, Camera camera, int pixel, ReferenceCaster.Hit hit) {
    double[][] beside = {{BESIDE, 0}, {-BESIDE, 0}, {0, BESIDE}, {0, -BESIDE}};
    for (double[] d : beside) {
      ReferenceCaster.Hit other = cast(reference, camera, pixel, d[0], d[1]);
      if (other.id() != hit.id() || other.normal().minus(hit.normal()).norm() > 0.05) {
        return true;
      }
    }
    return false;
  }

  private static ReferenceCaster.Hit cast(
      ReferenceCaster reference, Camera camera, int pixel, double right, double down) {
    double focal = camera.lens().focalLength();
    double left = (WIDTH / 2.0 - 0.5 - pixel % WIDTH - right) / focal;
    int row = pixel / WIDTH;
    double up = (HEIGHT / 2.0 - 0.5 - row - down) / focal;
    Vec3 ray = camera.pose().orientation().rotate(new Vec3(1, left, up));
    return reference.cast(camera.pose().position(), ray);
  }
}
