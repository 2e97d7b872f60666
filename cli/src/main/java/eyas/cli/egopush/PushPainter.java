package eyas.cli.egopush;

import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Quaternion;
import eyas.assets.spatial.Vec3;
import eyas.cli.view.Painter;
import eyas.sim.device.ComputeDevice;
import eyas.sim.engine.scene.SceneLayout;
import eyas.sim.sensor.Camera;
import eyas.sim.sensor.CameraOutputs;
import eyas.sim.sensor.CameraView;
import eyas.sim.sensor.Channel;
import eyas.sim.sensor.Lens;
import eyas.sim.sensor.Mount;
import eyas.sim.sensor.picture.DepthPictures;
import eyas.sim.sensor.picture.Overview;
import eyas.sim.sensor.picture.Picture;
import eyas.sim.sensor.picture.ScenePictures;
import eyas.sim.task.LaneWorld;
import eyas.sim.task.WorldBuffers;
import eyas.sim.task.egopush.EgoPushConfig;
import eyas.sim.task.egopush.EgoPushLayout;
import eyas.sim.task.egopush.EgoPushModel;

/**
 * Draws EgoPush: the arena from outside, and beside it what the robot's camera sees: colours,
 * depth, and the roles of boxes (the active one, the anchor, the others) as red, green and blue.
 */
final class PushPainter implements Painter {
  private static final int GAP = 6;
  // as the students of the paper see
  private static final int WIDTH = 60;
  private static final int HEIGHT = 45;
  private static final int SCALE = 4;
  private static final int OVERVIEW_WIDTH = 720;
  private static final double SQUARES = 0.25;
  private static final int ACTIVE = 0b001;
  private static final int ANCHOR = 0b010;
  private static final int OTHERS = 0b100;
  private static final int ROLES = 3;

  private final EgoPushConfig config;
  private final EgoPushLayout layout;
  private final PushScenery scenery;
  private final ScenePictures overview;
  private final CameraView colours;
  private final CameraView depths;

  /** Opens the cameras for a world of one environment with the device's own lanes. */
  PushPainter(ComputeDevice device, EgoPushModel model) {
    config = model.config();
    layout = model.layout();
    SceneLayout scene = layout.scene();
    scenery = new PushScenery(config, scene);
    overview =
        new ScenePictures(
            device,
            scenery.layout(),
            scenery.appearance().forPeople(SQUARES),
            Overview.of(config.end().radius(), OVERVIEW_WIDTH, ROLES * SCALE * HEIGHT + 2 * GAP));
    Camera camera = camera(config.view());
    colours =
        new CameraView(
            device,
            scene,
            scenery.appearance().forPeople(SQUARES),
            camera.with(camera.lens().pixels(SCALE * WIDTH, SCALE * HEIGHT)),
            CameraOutputs.of(Channel.RGB),
            1,
            device.nativeLanes());
    depths =
        new CameraView(
            device,
            scene,
            scenery.appearance(),
            camera,
            new CameraOutputs(java.util.EnumSet.of(Channel.DEPTH, Channel.LAYERS), ROLES, 0),
            1,
            device.nativeLanes());
    depths.role("anchor", ANCHOR);
  }

  private static Camera camera(EgoPushConfig.View view) {
    Pose pose =
        new Pose(
            new Vec3(view.ahead(), 0, view.height()),
            Quaternion.fromRollPitchYaw(0, view.pitch(), 0));
    Lens lens = new Lens(WIDTH, HEIGHT, view.horizontal(), view.nearest(), view.farthest());
    return Camera.ideal("front", new Mount.OnLink("robot", "base"), pose, lens);
  }

  @Override
  public Picture of(LaneWorld world) {
    WorldBuffers buffers = world.buffers();
    float[] one = column(buffers.state().floats(), world.padded());
    int active = Math.round(one[layout.row(EgoPushLayout.ACTIVE)]);
    for (int box = 1; box < layout.boxes(); box++) {
      depths.role("box" + box, box == active ? ACTIVE : OTHERS);
    }
    colours.take(buffers.state(), buffers.parameters(), buffers.counters(), world.seed());
    depths.take(buffers.state(), buffers.parameters(), buffers.counters(), world.seed());
    double far = config.view().farthest();
    float[] depth = depths.pictures(Channel.DEPTH).floats();
    Picture seen =
        Picture.ofPlanes(SCALE * WIDTH, SCALE * HEIGHT, colours.pictures(Channel.RGB).floats())
            .above(DepthPictures.of(depth, 0, WIDTH, HEIGHT, far).enlarged(SCALE), GAP)
            .above(roles(depths.pictures(Channel.LAYERS).floats(), far).enlarged(SCALE), GAP);
    return overview.of(scenery.state(one)).beside(seen, GAP);
  }

  private static float[] column(float[] rows, int padded) {
    float[] column = new float[rows.length / padded];
    for (int i = 0; i < column.length; i++) {
      column[i] = rows[i * padded];
    }
    return column;
  }

  // the nearer the brighter
  private static Picture roles(float[] layers, double far) {
    float[] parts = new float[layers.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = layers[i] > 0 ? (float) Math.max(0.2, 1 - layers[i] / far) : 0;
    }
    return Picture.ofPlanes(WIDTH, HEIGHT, parts);
  }

  @Override
  public void close() {
    depths.close();
    colours.close();
    overview.close();
  }
}
