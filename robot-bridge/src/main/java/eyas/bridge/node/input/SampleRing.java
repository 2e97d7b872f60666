package eyas.bridge.node.input;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The last samples of one source. Writers exclude each other; the reader takes no lock: each slot
 * has a version that is odd while it is written, and a reader that saw it change reads again.
 * Nothing is allocated after construction.
 */
final class SampleRing {
  private static final VarHandle VERSION = MethodHandles.arrayElementVarHandle(long[].class);

  private final int size;
  private final int slots;
  private final double[] data;
  private final long[] times;
  private final long[] stamps;
  private final long[] versions;
  private volatile long written;

  SampleRing(int size, int slots) {
    this.size = size;
    this.slots = slots;
    this.data = new double[size * slots];
    this.times = new long[slots];
    this.stamps = new long[slots];
    this.versions = new long[slots];
  }

  synchronized void write(long time, long stamp, double[] values) {
    long number = written;
    int slot = (int) (number % slots);
    VERSION.setOpaque(versions, slot, 2 * number + 1);
    VarHandle.storeStoreFence();
    System.arraycopy(values, 0, data, slot * size, size);
    times[slot] = time;
    stamps[slot] = stamp;
    VERSION.setRelease(versions, slot, 2 * number + 2);
    written = number + 1;
  }

  synchronized void clear() {
    written = 0;
  }

  /** Copies the newest sample whose time is not after the given one; whether there is one. */
  boolean read(long notAfter, Sample into) {
    for (long number = written - 1; number >= 0 && number > written - slots; number--) {
      if (copy(number, into) && into.time() <= notAfter) {
        return true;
      }
    }
    into.clear();
    return false;
  }

  /** False if the slot has been written anew meanwhile. */
  private boolean copy(long number, Sample into) {
    int slot = (int) (number % slots);
    long version = (long) VERSION.getAcquire(versions, slot);
    if (version != 2 * number + 2) {
      return false;
    }
    System.arraycopy(data, slot * size, into.values(), 0, size);
    into.set(times[slot], stamps[slot]);
    VarHandle.loadLoadFence();
    return (long) VERSION.getOpaque(versions, slot) == version;
  }

  /** Time of the newest sample, or the least number before the first. */
  long newestTime() {
    // the slot may be overwritten meanwhile, and is then newer still
    long number = written;
    return number == 0 ? Long.MIN_VALUE : times[(int) ((number - 1) % slots)];
  }
}
