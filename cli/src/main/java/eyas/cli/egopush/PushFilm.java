package eyas.cli.egopush;

import eyas.assets.policy.PolicyBundle;
import eyas.assets.spatial.Vec3;
import eyas.policies.evaluate.FlightPolicy;
import eyas.policies.rollout.ImageRows;
import eyas.sim.engine.scene.SceneLayout;
import eyas.sim.sensor.Appearance;
import eyas.sim.sensor.ArenaWall;
import eyas.sim.sensor.picture.DepthPictures;
import eyas.sim.sensor.picture.Overview;
import eyas.sim.sensor.picture.Picture;
import eyas.sim.sensor.picture.ScenePictures;
import eyas.sim.task.LaneWorld;
import eyas.sim.task.egopush.EgoPushCamera;
import eyas.sim.task.egopush.EgoPushConfig;
import eyas.sim.task.egopush.EgoPushImages;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * An episode of a student in a few pictures: the scene, and beside it what its camera gives of the
 * active box, the anchor and the obstacles.
 *
 * @param pictures pictures by name
 */
record PushFilm(Map<String, Picture> pictures) {
  private static final int EVERY = 50;
  private static final int MOST = 6;
  private static final int WIDTH = 320;
  private static final int HEIGHT = 240;
  private static final double SQUARES = 0.25;
  private static final int GAP = 8;

  /** Lets a student push in the first held-out episode; at most six pictures, one every 5 s. */
  static PushFilm of(PushJudge judge, PolicyBundle bundle) {
    PushPilot pilot = judge.of(bundle);
    EgoPushCamera camera = pilot.camera().orElseThrow();
    EgoPushConfig config = judge.model().config();
    SceneLayout layout = judge.model().layout().scene();
    double radius = config.end().radius();
    Appearance appearance =
        Appearance.PLAIN.with(new ArenaWall(Vec3.ZERO, radius, radius)).forPeople(SQUARES);
    Map<String, Picture> film = new LinkedHashMap<>();
    try (PushArena arena = PushArena.training(judge.device(), judge.model(), 1);
        EgoPushImages images = arena.images(camera, 1);
        ScenePictures scenes =
            new ScenePictures(
                arena.device(), layout, appearance, Overview.of(radius, WIDTH, HEIGHT))) {
      LaneWorld world = arena.world();
      world.reset(judge.seed());
      ImageRows sight = new ImageRows(world, images, pilot.policy().group());
      float[] rows = new float[sight.size()];
      float[] actions = new float[world.description().actions().size()];
      FlightPolicy policy = pilot.policy();
      policy.start(1);
      for (int step = 0; film.size() < MOST && !hasEnded(world); step++) {
        sight.look(rows);
        if (step % EVERY == 0) {
          Picture scene =
              scenes.of(world.buffers().state(), world.buffers().parameters(), world.padded(), 0);
          film.put(name(pilot, config, step), beside(scene, rows, camera, config.view()));
        }
        policy.act(rows, actions);
        world.step(actions);
      }
    }
    return new PushFilm(film);
  }

  private static String name(PushPilot pilot, EgoPushConfig config, int step) {
    return String.format(Locale.ROOT, "%s-%d-boxes-step-%04d", pilot.name(), config.boxes(), step);
  }

  private static boolean hasEnded(LaneWorld world) {
    boolean[] ended = new boolean[1];
    world.terminated(ended);
    boolean failed = ended[0];
    world.completed(ended);
    boolean completed = ended[0];
    world.truncated(ended);
    return failed || completed || ended[0];
  }

  private static Picture beside(
      Picture scene, float[] rows, EgoPushCamera camera, EgoPushConfig.View view) {
    int pixels = camera.width() * camera.height();
    int factor = Math.max(1, HEIGHT / camera.height() * 2 / 3);
    Picture all = scene;
    for (int layer = 0; layer < EgoPushImages.LAYERS.size(); layer++) {
      Picture depth =
          DepthPictures.of(rows, layer * pixels, camera.width(), camera.height(), view.farthest());
      all = all.beside(depth.enlarged(factor), GAP);
    }
    return all;
  }

  /** Writes the pictures as PNG files. */
  void save(Path folder) {
    pictures.forEach((name, picture) -> picture.png(folder.resolve(name + ".png")));
  }
}
