package eyas.cli.robot;

import eyas.bridge.link.Clock;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** How fast the time of a simulated robot passes. */
final class Pace {
  private static final long PERIOD = 10_000_000L;
  private static final long NAP = 50_000L;

  private final double speed;
  private long due = System.nanoTime();

  /**
   * Creates a pace.
   *
   * @param speed 1 for real time, up to {@link SimulatedRobot#FASTEST}
   */
  Pace(double speed) {
    this.speed = speed;
  }

  /** Whether the time is simulated. */
  boolean simulated() {
    return speed != 1;
  }

  /**
   * Waits until a point in time may be simulated.
   *
   * @param clock the time of day, used in real time
   * @param start the first point [ns]
   * @param time the point [ns]
   * @param together whether everyone has come as far, asked where time is simulated; it must come
   *     true some time
   * @param alone whether nobody answers although somebody should: time then passes no faster than
   *     real time, so that a node can come back before the robot's own deadlines
   * @return false when interrupted
   */
  boolean await(Clock clock, long start, long time, BooleanSupplier together, boolean alone) {
    if (!simulated()) {
      return clock.sleepUntil(time);
    }
    if ((time - start) % PERIOD != 0) {
      return !Thread.currentThread().isInterrupted();
    }
    long before = System.nanoTime();
    due = Math.max(due, before - PERIOD) + (long) (PERIOD / (alone ? Math.min(1, speed) : speed));
    while (!Thread.currentThread().isInterrupted()) {
      long wall = System.nanoTime();
      if (together.getAsBoolean() && wall >= due) {
        return true;
      }
      LockSupport.parkNanos(Math.max(NAP, Math.min(due - wall, PERIOD)));
    }
    return false;
  }
}
