package eyas.sim.device;

import static org.lwjgl.opencl.CL10.CL_MEM_READ_WRITE;
import static org.lwjgl.opencl.CL10.clCreateBuffer;
import static org.lwjgl.opencl.CL10.clEnqueueReadBuffer;
import static org.lwjgl.opencl.CL10.clEnqueueWriteBuffer;
import static org.lwjgl.opencl.CL10.clReleaseMemObject;
import static org.lwjgl.system.MemoryStack.stackPush;

import org.lwjgl.system.MemoryStack;

/** Memory on a device, counted in 32-bit words; reads and writes wait until they are done. */
public final class DeviceBuffer {
  private static final int CLEAR = 1 << 16;

  private final ComputeDevice device;
  private final String label;
  private final String registration;
  private final long words;
  private final long handle;

  DeviceBuffer(ComputeDevice device, String label, long words) {
    if (words <= 0) {
      throw new DeviceException(
          "Buffer " + label + " was asked for with " + words + " words; at least 1 is needed.");
    }
    this.device = device;
    this.label = label;
    this.words = words;
    try (MemoryStack stack = stackPush()) {
      var error = stack.mallocInt(1);
      handle = clCreateBuffer(device.context(), CL_MEM_READ_WRITE, 4 * words, error);
      Cl.check(error.get(0), "clCreateBuffer of " + 4 * words + " bytes", subject());
    }
    registration = device.register("buffer " + label);
    clear();
  }

  /** Returns the size [32-bit words]. */
  public long words() {
    return words;
  }

  /** Fills the buffer with zeros. */
  public void clear() {
    float[] zeros = new float[(int) Math.min(words, CLEAR)];
    for (long at = 0; at < words; at += zeros.length) {
      float[] part = words - at < zeros.length ? new float[(int) (words - at)] : zeros;
      write(at, part);
    }
  }

  /** Writes {@code values} from word {@code offset} on. */
  public void write(long offset, float[] values) {
    bounds(offset, values.length);
    Cl.check(
        clEnqueueWriteBuffer(device.queue(), handle, true, 4 * offset, values, null, null),
        "clEnqueueWriteBuffer",
        subject());
  }

  /** Writes {@code values} from word {@code offset} on. */
  public void write(long offset, int[] values) {
    bounds(offset, values.length);
    Cl.check(
        clEnqueueWriteBuffer(device.queue(), handle, true, 4 * offset, values, null, null),
        "clEnqueueWriteBuffer",
        subject());
  }

  /** Fills {@code values} from word {@code offset} on. */
  public void read(long offset, float[] values) {
    bounds(offset, values.length);
    Cl.check(
        clEnqueueReadBuffer(device.queue(), handle, true, 4 * offset, values, null, null),
        "clEnqueueReadBuffer",
        subject());
  }

  /** Fills {@code values} from word {@code offset} on. */
  public void read(long offset, int[] values) {
    bounds(offset, values.length);
    Cl.check(
        clEnqueueReadBuffer(device.queue(), handle, true, 4 * offset, values, null, null),
        "clEnqueueReadBuffer",
        subject());
  }

  /** Returns the whole content as floats. */
  public float[] floats() {
    float[] values = new float[Math.toIntExact(words)];
    read(0, values);
    return values;
  }

  /** Returns the whole content as ints. */
  public int[] ints() {
    int[] values = new int[Math.toIntExact(words)];
    read(0, values);
    return values;
  }

  private void bounds(long offset, int length) {
    if (offset < 0 || length == 0 || offset + length > words) {
      throw new DeviceException(
          "Words "
              + offset
              + " to "
              + (offset + length)
              + " lie outside buffer "
              + label
              + " of "
              + words
              + " words.");
    }
  }

  private String subject() {
    return "buffer " + label + " on " + device.info().name();
  }

  long handle() {
    return handle;
  }

  void release() {
    clReleaseMemObject(handle);
    device.release(registration);
  }
}
