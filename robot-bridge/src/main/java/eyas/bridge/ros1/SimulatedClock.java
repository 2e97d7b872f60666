package eyas.bridge.ros1;

import eyas.bridge.link.Clock;

/** The time that {@code /clock} gives; 0 before its first message. */
final class SimulatedClock implements Clock {
  private long now;
  private boolean closed;

  /**
   * A message of {@code /clock}: wakes whoever waits. Time may jump back when a bag starts again.
   */
  synchronized void set(long nanoseconds) {
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
  synchronized void close() {
    closed = true;
    notifyAll();
  }
}
