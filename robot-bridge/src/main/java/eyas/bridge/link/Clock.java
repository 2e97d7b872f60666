package eyas.bridge.link;

/** The time of a node. */
public interface Clock {
  /** Time since the epoch, or of the simulation; 0 before the first {@code /clock} message [ns]. */
  long nanoseconds();

  /** Whether the time comes from {@code /clock}. */
  boolean simulated();

  /**
   * Waits until a point in time, or until the thread is interrupted. It allocates nothing.
   *
   * @param nanoseconds the point, on this clock [ns]
   * @return whether the point was reached; false after an interrupt or when the node closed
   */
  boolean sleepUntil(long nanoseconds);
}
