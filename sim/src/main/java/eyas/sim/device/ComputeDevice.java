package eyas.sim.device;

import static org.lwjgl.opencl.CL10.CL_CONTEXT_PLATFORM;
import static org.lwjgl.opencl.CL10.clCreateCommandQueue;
import static org.lwjgl.opencl.CL10.clCreateContext;
import static org.lwjgl.opencl.CL10.clFinish;
import static org.lwjgl.opencl.CL10.clReleaseCommandQueue;
import static org.lwjgl.opencl.CL10.clReleaseContext;
import static org.lwjgl.system.MemoryStack.stackPush;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.lwjgl.PointerBuffer;
import org.lwjgl.system.MemoryStack;

/**
 * An opened OpenCL device with one in-order queue. Buffers belong to a {@link BufferScope}; closing
 * a device whose buffers still live is an error that names them. Not thread-safe.
 */
public final class ComputeDevice implements AutoCloseable {
  private final DeviceInfo info;
  private final long device;
  private final long context;
  private final long queue;
  private final TreeSet<String> live = new TreeSet<>();
  private long serial;

  private ComputeDevice(DeviceInfo info, long platform, long device) {
    this.info = info;
    this.device = device;
    try (MemoryStack stack = stackPush()) {
      PointerBuffer properties = stack.pointers(CL_CONTEXT_PLATFORM, platform, 0);
      var error = stack.mallocInt(1);
      context = clCreateContext(properties, device, null, 0, error);
      Cl.check(error.get(0), "clCreateContext", info.name());
      queue = clCreateCommandQueue(context, device, 0, error);
      Cl.check(error.get(0), "clCreateCommandQueue", info.name());
    }
  }

  /** Lists every device of every platform: GPUs first, then accelerators, then CPUs. */
  public static List<DeviceInfo> list() {
    return DeviceQuery.all().stream().map(DeviceQuery.Found::info).toList();
  }

  /**
   * Opens a device.
   *
   * @param selector {@code auto}, a kind ({@code gpu}, {@code cpu}, {@code accelerator}), an index
   *     of {@link #list()}, or a part of the device's name
   */
  public static ComputeDevice open(String selector) {
    List<DeviceQuery.Found> all = DeviceQuery.all();
    if (all.isEmpty()) {
      throw Cl.noDevice("");
    }
    DeviceQuery.Found found =
        select(all, selector.toLowerCase(Locale.ROOT)).orElseThrow(() -> unknown(selector, all));
    return new ComputeDevice(found.info(), found.platform(), found.device());
  }

  private static Optional<DeviceQuery.Found> select(List<DeviceQuery.Found> all, String selector) {
    return all.stream()
        .filter(found -> matches(found.info(), selector))
        .min(Comparator.comparing(found -> found.info().index()));
  }

  private static boolean matches(DeviceInfo info, String selector) {
    return selector.equals("auto")
        || selector.equals(info.kind().name().toLowerCase(Locale.ROOT))
        || selector.equals(Integer.toString(info.index()))
        || (selector.length() > 2 && info.name().toLowerCase(Locale.ROOT).contains(selector));
  }

  private static DeviceException unknown(String selector, List<DeviceQuery.Found> all) {
    List<String> names = new ArrayList<>();
    all.forEach(f -> names.add(f.info().index() + " = " + f.info().kind() + " " + f.info().name()));
    return new DeviceException(
        "Device '"
            + selector
            + "' was not found. Allowed: auto, gpu, accelerator, cpu, or one of "
            + names
            + ".");
  }

  /** Returns what is known of the device. */
  public DeviceInfo info() {
    return info;
  }

  /** Returns the lane width that suits the device. */
  public Lanes nativeLanes() {
    return info.nativeLanes();
  }

  /** Opens a scope that owns buffers. */
  public BufferScope scope(String name) {
    return new BufferScope(this, name);
  }

  /** Waits until all launched work has ended. */
  public void finish() {
    Cl.check(clFinish(queue), "clFinish", info.name());
  }

  /** Returns the number of buffers and programs that are still open. */
  public int open() {
    return live.size();
  }

  String register(String what) {
    String label = what + " #" + serial++;
    live.add(label);
    return label;
  }

  void release(String label) {
    live.remove(label);
  }

  long device() {
    return device;
  }

  long context() {
    return context;
  }

  long queue() {
    return queue;
  }

  /** Releases the device; buffers or programs that are still open are reported as a leak. */
  @Override
  public void close() {
    clFinish(queue);
    clReleaseCommandQueue(queue);
    clReleaseContext(context);
    if (!live.isEmpty()) {
      throw new DeviceException(
          "Device "
              + info.name()
              + " was closed while these are still open: "
              + live
              + ". Close their scope first.");
    }
  }
}
