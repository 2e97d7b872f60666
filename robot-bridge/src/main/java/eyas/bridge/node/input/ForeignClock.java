package eyas.bridge.node.input;

/**
 * Turns the stamps of a clock that began at another time, such as a flight controller's since its
 * start, into the node's. The message that travelled fastest tells the difference; whatever took
 * longer counts as older. For one thread.
 */
public final class ForeignClock {
  private static final long JUMP = 1_000_000_000L;
  // clocks of boards run apart by less than one part in ten thousand
  private static final long DRIFT = 10_000;

  private final Timebase timebase;
  private long difference;
  private long newest = Long.MIN_VALUE;

  /**
   * A clock that has not been heard yet.
   *
   * @param timebase of the node
   */
  public ForeignClock(Timebase timebase) {
    this.timebase = timebase;
  }

  /**
   * The stamp on the node's clock, never after now [ns].
   *
   * @param stamp of a message that came in now, on the foreign clock [ns]
   */
  public long stamp(long stamp) {
    long now = timebase.stamp();
    long observed = now - stamp;
    boolean first = newest == Long.MIN_VALUE;
    boolean startedAgain = !first && stamp < newest - JUMP;
    if (first || startedAgain) {
      difference = observed;
      newest = stamp;
    } else {
      long drifted = difference + Math.max(0, stamp - newest) / DRIFT;
      difference = Math.min(observed, drifted);
      newest = Math.max(newest, stamp);
    }
    return stamp + difference;
  }
}
