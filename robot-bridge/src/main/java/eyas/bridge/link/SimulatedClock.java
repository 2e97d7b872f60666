package eyas.bridge.link;

/** The time that {@code /clock} gives; 0 before its first message. */
public final class SimulatedClock implements Clock {
  private long now;
  private boolean closed;

  /** A clock without a time yet. */
  public SimulatedClock() {}

  /**
   * A message of {@code /clock}: wakes whoever waits. Time may jump back when a bag starts again.
   *
   * @param nanoseconds the time now [ns]
   */
  public synchronized void set(long nanoseconds) {
    now = nanoseconds;
    notifyAll();
  }

  @Override
  public synchronized long nanoseconds() {
    return now;
  }

  @Override
  public boolean simulated() {
    return true;
  }

  @Override
  public synchronized boolean sleepUntil(long nanoseconds) {
    try {
      while (!closed && now < nanoseconds) {
        wait();
      }
      return !closed;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Wakes whoever waits, for good. */
  public synchronized void close() {
    closed = true;
    notifyAll();
  }
}
