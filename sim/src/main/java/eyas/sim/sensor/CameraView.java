package eyas.sim.sensor;

import eyas.sim.device.BufferScope;
import eyas.sim.device.ComputeDevice;
import eyas.sim.device.DeviceBuffer;
import eyas.sim.device.Kernel;
import eyas.sim.device.KernelProgram;
import eyas.sim.device.KernelSource;
import eyas.sim.device.Lanes;
import eyas.sim.engine.scene.SceneLayout;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One camera of every environment of a batch. It reads the rows of state and parameters on the
 * device and leaves its pictures there, in the layout that networks read. Take a picture after each
 * control step and after each reset: latency and rate count on it.
 */
public final class CameraView implements AutoCloseable {
  private static final int PRIME = 1;
  private static final int BRUTE = 2;
  private static final int FLAGS = 7;
  private static final int DRAW_STRIDE = 7;
  // in the order of the kernel's arguments
  private static final List<Channel> ARGUMENTS =
      List.of(Channel.DEPTH, Channel.LAYERS, Channel.IDS, Channel.NORMALS, Channel.RGB);

  private final CameraOutputs outputs;
  private final Lens lens;
  private final Instances instances;
  private final int environments;
  private final int padded;
  private final int groups;
  private final int bands;
  private final BufferScope scope;
  private final DeviceBuffer roles;
  private final Map<Channel, DeviceBuffer> pictures = new EnumMap<>(Channel.class);
  private final Kernel place;
  private final Kernel draw;
  private int flags;
  private boolean isPrimed;

  /**
   * Opens a camera.
   *
   * @param device device, stays open
   * @param layout rows of the scene; a task's own rows may follow them
   * @param appearance colours and surroundings
   * @param camera the camera
   * @param outputs what it gives
   * @param environments number of environments
   * @param lanes lanes of the world that owns the rows
   */
  public CameraView(
      ComputeDevice device,
      SceneLayout layout,
      Appearance appearance,
      Camera camera,
      CameraOutputs outputs,
      int environments,
      Lanes lanes) {
    this.outputs = outputs;
    this.lens = camera.lens();
    this.instances = Instances.of(layout, appearance);
    this.environments = environments;
    this.padded = lanes.padded(environments);
    Lanes width = Lanes.atMost(Math.min(lanes.width(), lens.width()));
    this.groups = padded / width.width();
    int band = CameraSource.band(lens);
    this.bands = (lens.height() + band - 1) / band;
    // first, for it may refuse the camera
    KernelSource source = CameraSource.of(layout, appearance, camera, outputs, width);
    this.scope = device.scope("camera " + camera.name());
    KernelProgram program = scope.build(source);
    int moments = camera.timing().moments(layout.scene().controlPeriod());
    int list = CameraList.words(Primitives.of(layout, appearance).all().size());
    DeviceBuffer lists = scope.allocate("lists", (long) moments * padded * list);
    roles = scope.allocate("roles", (long) instances.count() * padded);
    place = program.kernel("camera_place").set(3, roles).set(4, lists);
    draw = program.kernel("camera_draw").set(1, lists).set(DRAW_STRIDE, padded);
    long pixels = (long) lens.width() * lens.height() * environments;
    for (int i = 0; i < ARGUMENTS.size(); i++) {
      Channel channel = ARGUMENTS.get(i);
      long words = Math.max(1, outputs.values(channel) * pixels);
      DeviceBuffer picture = scope.allocate(channel.name(), words);
      pictures.put(channel, picture);
      draw.set(2 + i, picture);
    }
  }

  /**
   * Takes a picture in every environment.
   *
   * @param state rows of the scene's state, and maybe more behind
   * @param parameters rows of the scene's parameters, and maybe more behind
   * @param counters age [control steps] and count of the episode of each environment
   * @param seed of the random numbers
   */
  public void take(DeviceBuffer state, DeviceBuffer parameters, DeviceBuffer counters, long seed) {
    int now = flags | (isPrimed ? 0 : PRIME);
    isPrimed = true;
    place.buffers(state, parameters, counters);
    keys(place, 5, seed).set(FLAGS, now).run(groups, 1);
    draw.set(0, counters);
    keys(draw, DRAW_STRIDE + 1, seed).set(DRAW_STRIDE + 3, now);
    draw.run((long) environments * bands, 1);
  }

  private static Kernel keys(Kernel kernel, int index, long seed) {
    return kernel.set(index, (int) seed).set(index + 1, (int) (seed >>> 32));
  }

  /**
   * Forgets the moments before, as after a snapshot was restored: the next picture shows its own
   * moment.
   */
  public void forget() {
    isPrimed = false;
  }

  /** Tries every shape in every pixel from now on, which is slow and gives the same pictures. */
  CameraView withoutCulling() {
    flags = BRUTE;
    return this;
  }

  /** Returns the pictures of a channel; {@link Channel} states their layout. */
  public DeviceBuffer pictures(Channel channel) {
    SensorException.require(
        outputs.channels().contains(channel),
        "This camera does not give %s; it was opened for %s.",
        channel,
        outputs.channels());
    return pictures.get(channel);
  }

  /**
   * Returns the roles, ints [instance][environment] with {@link #padded} environments a row: bit l
   * shows the instance in layer l. Instance i has id i + 1. All are 0 at first.
   */
  public DeviceBuffer roles() {
    return roles;
  }

  /** Gives an instance, by its name, a role in all environments. */
  public void role(String instance, int bits) {
    int[] row = new int[padded];
    java.util.Arrays.fill(row, bits);
    roles.write((long) (instances.id(instance) - 1) * padded, row);
  }

  /** Returns what the camera tells apart. */
  public Instances instances() {
    return instances;
  }

  /** Returns the lens. */
  public Lens lens() {
    return lens;
  }

  /** Returns the number of environments. */
  public int environments() {
    return environments;
  }

  /** Returns the length of the rows that it reads. */
  public int padded() {
    return padded;
  }

  @Override
  public void close() {
    scope.close();
  }
}
