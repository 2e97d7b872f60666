package eyas.sim.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyas.assets.robot.Shape;
import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Quaternion;
import eyas.assets.spatial.Vec3;
import eyas.sim.device.DeviceTest;
import eyas.sim.engine.scene.SceneLayout;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What is drawn at random has the moments that it should have, and comes from the seed alone. */
class CameraNoiseTest extends DeviceTest {
  private static final int WIDTH = 40;
  private static final int HEIGHT = 30;
  private static final int PIXELS = WIDTH * HEIGHT;
  private static final int ENVIRONMENTS = 48;
  private static final SceneLayout WALL = Stages.of(List.of(), new Shape.Box(0.5, 50, 50));
  private static final Camera CAMERA = Stages.camera(Pose.IDENTITY, WIDTH, HEIGHT);

  // building a camera takes longer than its pictures
  private static final Map<Key, Studio> STUDIOS = new HashMap<>();

  private record Key(SceneLayout layout, Appearance appearance, Camera camera, Channel channel) {
    Studio open() {
      CameraOutputs outputs = CameraOutputs.of(channel);
      return new Studio(device, layout, appearance, camera, outputs, ENVIRONMENTS, 16);
    }
  }

  @AfterAll
  static void closeStudios() {
    STUDIOS.values().forEach(Studio::close);
    STUDIOS.clear();
  }

  private static float[] take(Camera camera, Channel channel, double distance, long seed, int age) {
    return take(WALL, Appearance.PLAIN, camera, channel, distance, seed, age, 0);
  }

  private static float[] take(
      SceneLayout layout,
      Appearance appearance,
      Camera camera,
      Channel channel,
      double distance,
      long seed,
      int age,
      int episode) {
    Studio s = STUDIOS.computeIfAbsent(new Key(layout, appearance, camera, channel), Key::open);
    s.view().forget();
    s.stateOfAll(Stages.state(layout, Pose.at(distance + 0.5, 0, 0)));
    s.time(age, episode);
    s.take(seed);
    return s.floats(channel);
  }

  private static double mean(float[] values) {
    double sum = 0;
    for (float v : values) {
      sum += v;
    }
    return sum / values.length;
  }

  private static double deviation(float[] values) {
    double mean = mean(values);
    double sum = 0;
    for (float v : values) {
      sum += (v - mean) * (v - mean);
    }
    return Math.sqrt(sum / values.length);
  }

  @Test
  void deviationGrowsWithTheSquareOfDepth() {
    Camera noisy = CAMERA.with(new DepthNoise(0.002, 0.004, 0, 0));
    for (double z : new double[] {0.5, 1, 2, 4}) {
      float[] depth = take(noisy, Channel.DEPTH, z, 3, 0);
      double sigma = 0.002 + 0.004 * z * z;
      double n = Math.sqrt(depth.length);
      assertThat(mean(depth)).as("z %s", z).isCloseTo(z, within(5 * sigma / n));
      assertThat(deviation(depth)).as("z %s", z).isCloseTo(sigma, within(5 * sigma / n));
    }
  }

  @Test
  void noiseOfNeighboursRowsStepsAndEnvironmentsDiffers() {
    Camera noisy = CAMERA.with(new DepthNoise(0.01, 0, 0, 0));
    float[] depth = take(noisy, Channel.DEPTH, 1, 3, 0);
    float[] later = take(noisy, Channel.DEPTH, 1, 3, 1);
    assertThat(correlation(depth, depth, 1)).isLessThan(0.03);
    assertThat(correlation(depth, depth, WIDTH)).isLessThan(0.03);
    assertThat(correlation(depth, depth, PIXELS)).isLessThan(0.03);
    assertThat(correlation(depth, later, 0)).isLessThan(0.03);
    assertThat(correlation(depth, depth, 0)).isCloseTo(1, within(1e-6));
  }

  private static double correlation(float[] a, float[] b, int shift) {
    double mean = mean(a);
    double sum = 0;
    for (int i = 0; i + shift < a.length; i++) {
      sum += (a[i] - mean) * (b[i + shift] - mean);
    }
    return Math.abs(sum / (a.length - shift) / deviation(a) / deviation(b));
  }

  @Test
  void pixelsDropOutAtTheirRate() {
    for (double rate : new double[] {0, 0.01, 0.25, 1}) {
      Camera leaky = CAMERA.with(new DepthNoise(0.001, 0, rate, 0));
      float[] depth = take(leaky, Channel.DEPTH, 1, 3, 0);
      long zeros = Arrays.stream(toDoubles(depth)).filter(d -> d == 0).count();
      double tolerance = 5 * Math.sqrt(rate * (1 - rate) / depth.length) + 1.0 / 4096;
      assertThat((double) zeros / depth.length)
          .as("rate %s", rate)
          .isCloseTo(rate, within(rate % 1 == 0 ? 1e-12 : tolerance));
    }
  }

  private static double[] toDoubles(float[] values) {
    double[] out = new double[values.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = values[i];
    }
    return out;
  }

  @Test
  void pixelsBesideAJumpDropOutMoreOften() {
    SceneLayout layout = Stages.of(List.of(), new Shape.Box(0.5, 0.3, 50));
    Camera leaky = CAMERA.with(new DepthNoise(0, 0, 0, 0.5));
    float[] truth = take(layout, Appearance.PLAIN, CAMERA, Channel.DEPTH, 1.5, 3, 0, 0);
    float[] depth = take(layout, Appearance.PLAIN, leaky, Channel.DEPTH, 1.5, 3, 0, 0);
    int edges = 0;
    int lost = 0;
    for (int i = 0; i < depth.length; i++) {
      boolean isEdge =
          truth[i] > 0
              && ((i % WIDTH > 0 && truth[i - 1] == 0)
                  || (i % WIDTH < WIDTH - 1 && truth[i + 1] == 0));
      if (isEdge) {
        edges++;
        lost += depth[i] == 0 ? 1 : 0;
      } else {
        assertThat(depth[i]).as("pixel %d", i).isEqualTo(truth[i]);
      }
    }
    assertThat(edges).isEqualTo(2 * HEIGHT * ENVIRONMENTS);
    assertThat((double) lost / edges).isCloseTo(0.5, within(5 * 0.5 / Math.sqrt(edges)));
  }

  @Test
  void posesAreOffWithinTheirRangesAndStayInAnEpisode() {
    Camera shaken = CAMERA.with(new PoseNoise(0.1, 0));
    float[] depth = take(shaken, Channel.DEPTH, 1, 3, 0);
    double[] off = new double[ENVIRONMENTS];
    for (int e = 0; e < ENVIRONMENTS; e++) {
      off[e] = depth[e * PIXELS] - 1;
    }
    Arrays.stream(off).forEach(x -> assertThat(x).isBetween(-0.1001, 0.1001));
    assertThat(Arrays.stream(off).max().orElseThrow()).isGreaterThan(0.08);
    assertThat(Arrays.stream(off).min().orElseThrow()).isLessThan(-0.08);
    assertThat(take(shaken, Channel.DEPTH, 1, 3, 8)).isEqualTo(depth);
    assertThat(take(WALL, Appearance.PLAIN, shaken, Channel.DEPTH, 1, 3, 0, 1)).isNotEqualTo(depth);
    assertThat(take(shaken, Channel.DEPTH, 1, 4, 0)).isNotEqualTo(depth);
  }

  @Test
  void anglesAreOffWithinTheirRange() {
    // the normal of a wall ahead is (-1, 0, 0) turned back: its parts are the sines of the angles
    Camera shaken = CAMERA.with(new PoseNoise(0, 0.1));
    float[] normals = take(shaken, Channel.NORMALS, 1, 3, 0);
    double most = 0;
    for (int e = 0; e < ENVIRONMENTS; e++) {
      double left = normals[(3 * e + 1) * PIXELS];
      double up = normals[(3 * e + 2) * PIXELS];
      most = Math.max(most, Math.max(Math.abs(left), Math.abs(up)));
    }
    assertThat(most).isBetween(0.085, 0.106);
  }

  @Test
  void coloursDifferBetweenEpisodesWithinTheirRange() {
    Appearance grey = Appearance.PLAIN.with(Map.of("body0", new Colour(0.5, 0.5, 0.5)));
    float[] plain = take(WALL, grey, CAMERA, Channel.RGB, 1, 3, 0, 0);
    Appearance coloured = grey.withColourRange(0.2);
    float[] first = take(WALL, coloured, CAMERA, Channel.RGB, 1, 3, 0, 0);
    float[] second = take(WALL, coloured, CAMERA, Channel.RGB, 1, 3, 0, 1);
    assertThat(first).isNotEqualTo(second);
    double[] ratios = new double[3 * ENVIRONMENTS];
    for (int i = 0; i < ratios.length; i++) {
      // light scales a colour's square, and the square root comes last
      ratios[i] = first[i * PIXELS] / plain[i * PIXELS];
    }
    Arrays.stream(ratios).forEach(r -> assertThat(r).isBetween(0.6 - 1e-4, 1.4 + 1e-4));
    assertThat(Arrays.stream(ratios).max().orElseThrow()).isGreaterThan(1.3);
    assertThat(Arrays.stream(ratios).min().orElseThrow()).isLessThan(0.7);
  }

  @Test
  void theSameSeedGivesTheSameBits() {
    Camera noisy =
        new Camera(
            "noisy",
            new Mount.World(),
            new Pose(Vec3.ZERO, Quaternion.IDENTITY),
            CAMERA.lens(),
            Timing.IMMEDIATE,
            DepthNoise.D435I,
            new PoseNoise(0.02, 0.05));
    float[] first = take(noisy, Channel.DEPTH, 1, 11, 4);
    assertThat(take(noisy, Channel.DEPTH, 1, 11, 4)).isEqualTo(first);
    assertThat(take(noisy, Channel.DEPTH, 1, 12, 4)).isNotEqualTo(first);
    assertThat(take(noisy, Channel.DEPTH, 1, 11L + (1L << 32), 4)).isNotEqualTo(first);
  }
}
