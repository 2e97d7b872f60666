package eyas.sim.device;

import java.util.ArrayDeque;
import java.util.Deque;

/** Owns device buffers and programs: closing the scope releases them in reverse order. */
public final class BufferScope implements AutoCloseable {
  private final ComputeDevice device;
  private final String name;
  private final Deque<Runnable> owned = new ArrayDeque<>();

  BufferScope(ComputeDevice device, String name) {
    this.device = device;
    this.name = name;
  }

  /**
   * Allocates a zeroed buffer.
   *
   * @param label name in messages
   * @param words number of 32-bit words (floats or ints)
   */
  public DeviceBuffer allocate(String label, long words) {
    DeviceBuffer buffer = new DeviceBuffer(device, name + "/" + label, words);
    owned.push(buffer::release);
    return buffer;
  }

  /** Builds a program that is released with this scope; a failed build shows its log. */
  public KernelProgram build(KernelSource source) {
    KernelProgram program = KernelProgram.build(device, source);
    owned.push(program::release);
    return program;
  }

  /** Returns the device of this scope. */
  public ComputeDevice device() {
    return device;
  }

  /** Releases everything that this scope owns. */
  @Override
  public void close() {
    device.finish();
    while (!owned.isEmpty()) {
      owned.pop().run();
    }
  }
}
