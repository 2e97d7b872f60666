package eyas.sim.task.egopush;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyas.sim.device.DeviceTest;
import eyas.sim.device.Lanes;
import eyas.sim.random.Philox;
import eyas.sim.sensor.Appearance;
import eyas.sim.sensor.CameraOutputs;
import eyas.sim.sensor.CameraView;
import eyas.sim.sensor.Channel;
import eyas.sim.sensor.DepthNoise;
import eyas.sim.sensor.Lens;
import eyas.sim.sensor.PoseNoise;
import eyas.sim.task.LaneWorld;
import eyas.sim.task.TaskException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EgoPushImagesTest extends DeviceTest {
  private static final int ENVIRONMENTS = 60;
  private static final int SEED = 3;
  private static final EgoPushCamera CAMERA = EgoPushCamera.ideal(32, 24);
  private static final int PIXELS = 32 * 24;

  private static EgoPushModel model(String preset) {
    return new EgoPushTask().model(preset, List.of());
  }

  private static LaneWorld world(EgoPushModel model, Lanes lanes) {
    LaneWorld world = new LaneWorld(device, model, ENVIRONMENTS, lanes);
    world.reset(SEED);
    new PushStates(model).put(world, Philox.host(SEED, 1));
    return world;
  }

  private static float[] pictures(
      EgoPushModel model, EgoPushCamera camera, LaneWorld world, Lanes lanes, double unit) {
    try (EgoPushImages images = new EgoPushImages(device, model, camera, world, lanes, unit)) {
      float[] out = new float[ENVIRONMENTS * images.size()];
      images.observe(out);
      return out;
    }
  }

  @ParameterizedTest
  @CsvSource({"t1, 16", "t3, 1", "t3, 16"})
  void layersShowTheirRolesAndNothingElse(String preset, int width) {
    EgoPushModel model = model(preset);
    Lanes lanes = Lanes.of(width);
    try (LaneWorld world = world(model, lanes);
        CameraView truth =
            new CameraView(
                device,
                model.layout().scene(),
                Appearance.PLAIN,
                CAMERA.on(model.config().view()),
                CameraOutputs.of(Channel.DEPTH, Channel.IDS),
                ENVIRONMENTS,
                lanes)) {
      float[] layers = pictures(model, CAMERA, world, lanes, 1);
      var buffers = world.buffers();
      truth.take(buffers.state(), buffers.parameters(), buffers.counters(), SEED);
      float[] depth = truth.pictures(Channel.DEPTH).floats();
      int[] ids = truth.pictures(Channel.IDS).ints();
      float[] state = world.save().state();
      int[] seen = new int[3];
      for (int e = 0; e < ENVIRONMENTS; e++) {
        int active = (int) state[model.layout().row(EgoPushLayout.ACTIVE) * world.padded() + e];
        for (int i = 0; i < PIXELS; i++) {
          int box = ids[e * PIXELS + i] - truth.instances().id(EgoPushScene.ANCHOR);
          boolean isBox = box >= 0 && box < model.layout().boxes();
          int role = !isBox ? -1 : box == 0 ? 1 : box == active ? 0 : 2;
          for (int layer = 0; layer < 3; layer++) {
            float wanted = layer == role ? depth[e * PIXELS + i] : 0;
            assertThat(layers[(3 * e + layer) * PIXELS + i])
                .as("environment %d, layer %d, pixel %d, seed %d", e, layer, i, SEED)
                .isEqualTo(wanted);
            seen[layer] += wanted > 0 ? 1 : 0;
          }
        }
      }
      assertThat(seen[0]).isGreaterThan(100);
      assertThat(seen[1]).isGreaterThan(100);
      assertThat(seen[2] > 100).isEqualTo(model.layout().boxes() > 2);
    }
  }

  @Test
  void picturesLieWhereTheKeypointsAre() {
    EgoPushModel model = model("t1");
    Lanes lanes = device.nativeLanes();
    Lens lens = CAMERA.lens(model.config().view());
    try (LaneWorld world = world(model, lanes)) {
      float[] layers = pictures(model, CAMERA, world, lanes, 1);
      int width = model.description().group("global").size();
      float[] global = new float[ENVIRONMENTS * width];
      world.observe("global", global);
      int compared = 0;
      for (int e = 0; e < ENVIRONMENTS; e++) {
        for (int object = 0; object < 2; object++) {
          double[] box = box(global, e * width + object * EgoPushGroups.OBJECT, lens);
          if (box.length > 0) {
            compared += compare(layers, (3 * e + object) * PIXELS, box);
          }
        }
      }
      assertThat(compared).as("pixels, seed %d", SEED).isGreaterThan(500);
    }
  }

  // rows, columns and depths between which the corners lie; nothing where one is behind the camera
  private static double[] box(float[] points, int at, Lens lens) {
    double[] box = {1e9, -1e9, 1e9, -1e9, 1e9, -1e9};
    for (int k = 0; k < EgoPushGroups.KEYPOINTS; k++) {
      double x = points[at + 3 * k];
      if (x < lens.near()) {
        return new double[0];
      }
      double[] place = {
        lens.height() / 2.0 - 0.5 - lens.focalLength() * points[at + 3 * k + 2] / x,
        lens.width() / 2.0 - 0.5 - lens.focalLength() * points[at + 3 * k + 1] / x,
        x
      };
      for (int i = 0; i < 3; i++) {
        box[2 * i] = Math.min(box[2 * i], place[i]);
        box[2 * i + 1] = Math.max(box[2 * i + 1], place[i]);
      }
    }
    return box;
  }

  private static int compare(float[] layers, int offset, double[] box) {
    int count = 0;
    for (int i = 0; i < PIXELS; i++) {
      float depth = layers[offset + i];
      if (depth > 0) {
        count++;
        int row = i / CAMERA.width();
        int column = i % CAMERA.width();
        assertThat((double) row).isBetween(box[0] - 1e-3, box[1] + 1e-3);
        assertThat((double) column).isBetween(box[2] - 1e-3, box[3] + 1e-3);
        assertThat((double) depth).isBetween(box[4] - 1e-4, box[5] + 1e-4);
      }
    }
    return count;
  }

  @Test
  void unitNoiseAndDropOutsAreOptions() {
    EgoPushModel model = model("t1");
    Lanes lanes = device.nativeLanes();
    try (LaneWorld world = world(model, lanes)) {
      float[] metres = pictures(model, CAMERA, world, lanes, 1);
      float[] shares = pictures(model, CAMERA, world, lanes, 3);
      EgoPushCamera noisy =
          new EgoPushCamera(32, 24, new DepthNoise(0.01, 0, 0.5, 0.5), PoseNoise.NONE, 0);
      float[] noise = pictures(model, noisy, world, lanes, 1);
      assertThat(pictures(model, noisy, world, lanes, 1)).containsExactly(noise);
      int seen = 0;
      int dropped = 0;
      double squares = 0;
      for (int i = 0; i < metres.length; i++) {
        assertThat(shares[i]).isEqualTo(metres[i] * (1 / 3f));
        seen += metres[i] > 0 ? 1 : 0;
        dropped += metres[i] > 0 && noise[i] == 0 ? 1 : 0;
        squares += metres[i] > 0 && noise[i] > 0 ? Math.pow(noise[i] - metres[i], 2) : 0;
      }
      assertThat((double) dropped / seen).as("seed %d", SEED).isBetween(0.45, 0.55);
      assertThat(Math.sqrt(squares / (seen - dropped))).as("seed %d", SEED).isBetween(0.009, 0.011);
    }
  }

  @Test
  void refusesArraysOfAnotherSize() {
    EgoPushModel model = model("t1");
    Lanes lanes = device.nativeLanes();
    try (LaneWorld world = world(model, lanes);
        EgoPushImages images = new EgoPushImages(device, model, CAMERA, world, lanes, 1)) {
      assertThatThrownBy(() -> images.observe(new float[7]))
          .isInstanceOf(TaskException.class)
          .hasMessageContaining("138240 numbers, but 7");
    }
  }
}
