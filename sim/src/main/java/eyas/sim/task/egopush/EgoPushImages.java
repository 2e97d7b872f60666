package eyas.sim.task.egopush;

import eyas.sim.device.BufferScope;
import eyas.sim.device.ComputeDevice;
import eyas.sim.device.DeviceBuffer;
import eyas.sim.device.Kernel;
import eyas.sim.device.KernelSource;
import eyas.sim.device.Lanes;
import eyas.sim.engine.lanes.LaneSources;
import eyas.sim.sensor.Appearance;
import eyas.sim.sensor.CameraOutputs;
import eyas.sim.sensor.CameraView;
import eyas.sim.sensor.Channel;
import eyas.sim.task.ImageObservations;
import eyas.sim.task.LaneWorld;
import eyas.sim.task.TaskException;
import java.util.List;

/**
 * What a student sees: three depth pictures from the robot's camera, of the active box, the anchor
 * and the obstacles, each 0 where the camera sees something else (EgoPush, equations 7 to 9). It
 * reads the world's rows whichever engine moved them, and allocates nothing once it is open.
 */
public final class EgoPushImages implements ImageObservations, AutoCloseable {
  /** Names of the pictures in their order. */
  public static final List<String> LAYERS =
      List.of("active-depth", "anchor-depth", "obstacles-depth");

  private final LaneWorld world;
  private final CameraView view;
  private final BufferScope scope;
  private final Kernel roles;
  private final DeviceBuffer pictures;
  private final long groups;
  private final int size;
  private final float factor;

  /**
   * Opens the cameras of a world.
   *
   * @param device the world's device, stays open
   * @param model the world's model
   * @param camera the camera
   * @param world the world, stays open
   * @param lanes the world's lanes
   * @param unit what the value 1 stands for [m]: 1 gives depth in metres
   */
  public EgoPushImages(
      ComputeDevice device,
      EgoPushModel model,
      EgoPushCamera camera,
      LaneWorld world,
      Lanes lanes,
      double unit) {
    this.world = world;
    this.size = LAYERS.size() * camera.width() * camera.height();
    this.factor = (float) (1 / unit);
    this.groups = world.padded() / lanes.width();
    this.view =
        new CameraView(
            device,
            model.layout().scene(),
            Appearance.PLAIN,
            camera.on(model.config().view()),
            CameraOutputs.layers(LAYERS.size()),
            world.environments(),
            lanes);
    this.scope = device.scope("roles of boxes");
    this.pictures = view.pictures(Channel.LAYERS);
    this.roles = scope.build(source(model, lanes)).kernel("push_roles");
    roles.buffers(world.buffers().state(), view.roles());
  }

  private KernelSource source(EgoPushModel model, Lanes lanes) {
    return LaneSources.base("egopush roles", lanes)
        .define("ACTIVE_ROW", model.layout().row(EgoPushLayout.ACTIVE))
        .define("ANCHOR_INSTANCE", view.instances().id(EgoPushScene.ANCHOR) - 1)
        .define("BOXES", model.layout().boxes())
        .define("ACTIVE_LAYER", 1 << 0)
        .define("ANCHOR_LAYER", 1 << 1)
        .define("OBSTACLE_LAYER", 1 << 2)
        .file(EgoPushImages.class, "roles.cl");
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void observe(float[] out) {
    if (out.length != world.environments() * size) {
      throw new TaskException(
          "Pictures of %d environments take %d numbers, but %d were given."
              .formatted(world.environments(), world.environments() * size, out.length));
    }
    roles.run(groups, 1);
    view.take(
        world.buffers().state(),
        world.buffers().parameters(),
        world.buffers().counters(),
        world.seed());
    pictures.read(0, out);
    if (factor != 1) {
      for (int i = 0; i < out.length; i++) {
        out[i] *= factor;
      }
    }
  }

  @Override
  public void forget() {
    view.forget();
  }

  @Override
  public void close() {
    view.close();
    scope.close();
  }
}
