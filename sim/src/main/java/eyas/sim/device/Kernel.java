package eyas.sim.device;

import static org.lwjgl.opencl.CL10.clEnqueueNDRangeKernel;
import static org.lwjgl.opencl.CL10.clSetKernelArg1f;
import static org.lwjgl.opencl.CL10.clSetKernelArg1i;
import static org.lwjgl.opencl.CL10.clSetKernelArg1p;
import static org.lwjgl.system.MemoryStack.stackPush;

import org.lwjgl.system.MemoryStack;

/** A kernel with its arguments; setting and launching allocate nothing on the heap. */
public final class Kernel {
  private final ComputeDevice device;
  private final long handle;
  private final String subject;
  private long[] compiled = new long[4];
  private int sizes;

  Kernel(ComputeDevice device, long handle, String subject) {
    this.device = device;
    this.handle = handle;
    this.subject = subject;
  }

  /** Sets the first arguments to buffers, in order. */
  public Kernel buffers(DeviceBuffer... buffers) {
    for (int i = 0; i < buffers.length; i++) {
      set(i, buffers[i]);
    }
    return this;
  }

  /** Sets argument {@code index} to a buffer. */
  public Kernel set(int index, DeviceBuffer buffer) {
    check(clSetKernelArg1p(handle, index, buffer.handle()), index);
    return this;
  }

  /** Sets argument {@code index} to an int. */
  public Kernel set(int index, int value) {
    check(clSetKernelArg1i(handle, index, value), index);
    return this;
  }

  /** Sets argument {@code index} to a float. */
  public Kernel set(int index, float value) {
    check(clSetKernelArg1f(handle, index, value), index);
    return this;
  }

  /** Launches {@code global} work-items; the device chooses the work-group size. */
  public void run(long global) {
    launch(global, 0);
  }

  /** Launches {@code global} work-items in work-groups of {@code local}. */
  public void run(long global, long local) {
    launch(global, local);
  }

  private void launch(long global, long local) {
    if (isCompiled(global, local)) {
      enqueue(global, local);
    } else {
      DeepStack.run(() -> enqueue(global, local));
    }
  }

  // a driver compiles a kernel anew for each work size
  private boolean isCompiled(long global, long local) {
    long size = (global << 16) | local;
    for (int i = 0; i < sizes; i++) {
      if (compiled[i] == size) {
        return true;
      }
    }
    if (sizes == compiled.length) {
      compiled = java.util.Arrays.copyOf(compiled, 2 * sizes);
    }
    compiled[sizes++] = size;
    return false;
  }

  private void enqueue(long global, long local) {
    try (MemoryStack stack = stackPush()) {
      int code =
          clEnqueueNDRangeKernel(
              device.queue(),
              handle,
              1,
              null,
              stack.pointers(global),
              local == 0 ? null : stack.pointers(local),
              null,
              null);
      if (code != 0) {
        Cl.check(code, "clEnqueueNDRangeKernel of " + global + " work-items", "kernel " + subject);
      }
    }
  }

  private void check(int code, int index) {
    if (code != 0) {
      Cl.check(code, "clSetKernelArg " + index, "kernel " + subject);
    }
  }
}
