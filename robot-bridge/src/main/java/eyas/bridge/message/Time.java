package eyas.bridge.message;

/**
 * A point in time: seconds and nanoseconds since the epoch (or since the start of a simulation).
 *
 * @param seconds whole seconds, unsigned [s]
 * @param nanoseconds the rest, 0 to 999,999,999 [ns]
 */
public record Time(int seconds, int nanoseconds) {
  /** The zero time, which means "not known" in a header. */
  public static final Time ZERO = new Time(0, 0);

  private static final long BILLION = 1_000_000_000L;

  /**
   * From one count.
   *
   * @param nanoseconds since the epoch [ns]
   */
  public static Time ofNanoseconds(long nanoseconds) {
    return new Time((int) (nanoseconds / BILLION), (int) (nanoseconds % BILLION));
  }

  /** As one count since the epoch [ns]. */
  public long toNanoseconds() {
    return Integer.toUnsignedLong(seconds) * BILLION + Integer.toUnsignedLong(nanoseconds);
  }
}
