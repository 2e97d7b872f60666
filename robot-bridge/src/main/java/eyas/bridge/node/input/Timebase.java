package eyas.bridge.node.input;

import eyas.bridge.link.Clock;

/**
 * The time that ages are measured in. On the wall clock samples count from their receipt, on the
 * steady clock of the machine, which no correction can turn back. With simulated time they count
 * from their stamps, so that a replay does not depend on how fast the network was.
 */
public final class Timebase {
  private final Clock clock;

  /**
   * Creates the time base.
   *
   * @param clock of the node
   */
  public Timebase(Clock clock) {
    this.clock = clock;
  }

  /** Whether time comes from {@code /clock}. */
  public boolean simulated() {
    return clock.simulated();
  }

  /** The time now [ns]. */
  public long now() {
    return clock.simulated() ? clock.nanoseconds() : System.nanoTime();
  }

  /** The time now as headers carry it [ns]. */
  public long stamp() {
    return clock.nanoseconds();
  }

  /**
   * When a message that comes in now counts as received.
   *
   * @param stamp of its header; 0 if it has none [ns]
   */
  long received(long stamp) {
    if (!clock.simulated()) {
      return System.nanoTime();
    }
    return stamp == 0 ? clock.nanoseconds() : stamp;
  }

  /** The node's clock. */
  public Clock clock() {
    return clock;
  }
}
