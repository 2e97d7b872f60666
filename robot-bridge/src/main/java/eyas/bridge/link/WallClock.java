package eyas.bridge.link;

import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/**
 * The time of day, on top of the steady clock: it is compared with the system's clock once a
 * second, so that it follows corrections, and reading it allocates nothing.
 */
public final class WallClock implements Clock {
  private static final long BILLION = 1_000_000_000L;

  private volatile long offset = measure();

  /** A clock that agrees with the system's now. */
  public WallClock() {}

  private static long measure() {
    Instant now = Instant.now();
    return now.getEpochSecond() * BILLION + now.getNano() - System.nanoTime();
  }

  /** Compares with the system's clock. */
  public void follow() {
    offset = measure();
  }

  @Override
  public long nanoseconds() {
    return System.nanoTime() + offset;
  }

  @Override
  public boolean simulated() {
    return false;
  }

  @Override
  public boolean sleepUntil(long nanoseconds) {
    long left = nanoseconds - nanoseconds();
    while (left > 0) {
      LockSupport.parkNanos(left);
      if (Thread.currentThread().isInterrupted()) {
        return false;
      }
      left = nanoseconds - nanoseconds();
    }
    return !Thread.currentThread().isInterrupted();
  }
}
