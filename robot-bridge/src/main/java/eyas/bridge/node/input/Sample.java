package eyas.bridge.node.input;

/** One sample, copied out of a {@link Source}; used again, for one thread. */
public final class Sample {
  private final double[] values;
  private boolean present;
  private long time;
  private long stamp;

  Sample(int size) {
    values = new double[size];
  }

  void set(long newTime, long newStamp) {
    present = true;
    time = newTime;
    stamp = newStamp;
  }

  void clear() {
    present = false;
  }

  /** Whether there is a sample at all. */
  public boolean present() {
    return present;
  }

  /** When it counts as received, on the {@link Timebase} [ns]. */
  public long time() {
    return time;
  }

  /** What its header said, or the time of receipt if that was nothing, on the node's clock [ns]. */
  public long stamp() {
    return stamp;
  }

  /**
   * One value.
   *
   * @param index from 0
   */
  public double value(int index) {
    return values[index];
  }

  /** All values; to be read only. */
  double[] values() {
    return values;
  }

  /**
   * Copies values in single precision.
   *
   * @param from first value
   * @param count number of values
   * @param out receives them from {@code offset} on
   */
  public void copy(int from, int count, float[] out, int offset) {
    for (int i = 0; i < count; i++) {
      out[offset + i] = (float) values[from + i];
    }
  }
}
