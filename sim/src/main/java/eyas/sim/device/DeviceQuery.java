package eyas.sim.device;

import static org.lwjgl.opencl.CL10.*;
import static org.lwjgl.system.MemoryStack.stackPush;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lwjgl.PointerBuffer;
import org.lwjgl.opencl.CL11;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;

/** Asks OpenCL which devices there are. */
final class DeviceQuery {
  private DeviceQuery() {}

  /** A device with the handles that open it. */
  record Found(DeviceInfo info, long platform, long device) {}

  static List<Found> all() {
    Cl.ensureLoaded();
    List<Found> found = new ArrayList<>();
    try (MemoryStack stack = stackPush()) {
      for (long platform : platforms(stack)) {
        for (long device : devices(stack, platform)) {
          found.add(new Found(describe(platform, device, 0), platform, device));
        }
      }
    }
    found.sort(Comparator.comparing(f -> f.info().kind()));
    return indexed(found);
  }

  private static List<Found> indexed(List<Found> found) {
    List<Found> result = new ArrayList<>();
    for (Found f : found) {
      result.add(
          new Found(describe(f.platform(), f.device(), result.size()), f.platform(), f.device()));
    }
    return result;
  }

  private static long[] platforms(MemoryStack stack) {
    var count = stack.mallocInt(1);
    if (clGetPlatformIDs(null, count) != CL_SUCCESS || count.get(0) == 0) {
      return new long[0];
    }
    PointerBuffer ids = stack.mallocPointer(count.get(0));
    Cl.check(clGetPlatformIDs(ids, count), "clGetPlatformIDs", "this machine");
    return toArray(ids);
  }

  private static long[] devices(MemoryStack stack, long platform) {
    var count = stack.mallocInt(1);
    if (clGetDeviceIDs(platform, CL_DEVICE_TYPE_ALL, null, count) != CL_SUCCESS
        || count.get(0) == 0) {
      return new long[0];
    }
    PointerBuffer ids = stack.mallocPointer(count.get(0));
    Cl.check(
        clGetDeviceIDs(platform, CL_DEVICE_TYPE_ALL, ids, count), "clGetDeviceIDs", "platform");
    return toArray(ids);
  }

  private static long[] toArray(PointerBuffer ids) {
    long[] result = new long[ids.remaining()];
    for (int i = 0; i < result.length; i++) {
      result[i] = ids.get(i);
    }
    return result;
  }

  private static DeviceInfo describe(long platform, long device, int index) {
    return new DeviceInfo(
        index,
        DeviceKind.of(number(device, CL_DEVICE_TYPE)),
        text(device, CL_DEVICE_NAME),
        platformText(platform, CL_PLATFORM_NAME)
            + ", "
            + platformText(platform, CL_PLATFORM_VERSION),
        (int) number(device, CL_DEVICE_MAX_COMPUTE_UNITS),
        number(device, CL_DEVICE_GLOBAL_MEM_SIZE),
        (int) number(device, CL11.CL_DEVICE_NATIVE_VECTOR_WIDTH_FLOAT));
  }

  private static long number(long device, int key) {
    try (MemoryStack stack = stackPush()) {
      ByteBuffer value = stack.calloc(8);
      Cl.check(clGetDeviceInfo(device, key, value, null), "clGetDeviceInfo", "key " + key);
      return value.getLong(0);
    }
  }

  private static String text(long device, int key) {
    try (MemoryStack stack = stackPush()) {
      PointerBuffer size = stack.mallocPointer(1);
      Cl.check(
          clGetDeviceInfo(device, key, (ByteBuffer) null, size), "clGetDeviceInfo", "key " + key);
      ByteBuffer value = stack.calloc((int) size.get(0));
      Cl.check(clGetDeviceInfo(device, key, value, null), "clGetDeviceInfo", "key " + key);
      return MemoryUtil.memUTF8(value, value.remaining() - 1).trim();
    }
  }

  private static String platformText(long platform, int key) {
    try (MemoryStack stack = stackPush()) {
      PointerBuffer size = stack.mallocPointer(1);
      Cl.check(
          clGetPlatformInfo(platform, key, (ByteBuffer) null, size),
          "clGetPlatformInfo",
          "key " + key);
      ByteBuffer value = stack.calloc((int) size.get(0));
      Cl.check(clGetPlatformInfo(platform, key, value, null), "clGetPlatformInfo", "key " + key);
      return MemoryUtil.memUTF8(value, value.remaining() - 1).trim();
    }
  }
}
