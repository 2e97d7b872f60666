package eyas.bridge.message;

/**
 * Reads the primitive values of a message, the mirror of {@link MessageOutput}. Every method throws
 * {@link MessageException} when the bytes end early; counts are checked against what is left before
 * anything is allocated.
 */
public interface MessageInput {
  /** Reads a truth value. */
  boolean bool();

  /** Reads 8 bits. */
  byte int8();

  /** Reads 16 bits. */
  short int16();

  /** Reads 32 bits. */
  int int32();

  /** Reads 64 bits. */
  long int64();

  /** Reads a single-precision number. */
  float float32();

  /** Reads a double-precision number. */
  double float64();

  /** Reads a text in UTF-8. */
  String string();

  /**
   * Reads a text and compares it, without allocating.
   *
   * @param expected text in ASCII
   * @return whether they are equal
   */
  boolean stringEquals(CharSequence expected);

  /** Reads a text and forgets it. */
  void skipString();

  /** Reads a point in time as one count since the epoch, without allocating [ns]. */
  long timeNanoseconds();

  /** Reads a point in time. */
  default Time time() {
    return Time.ofNanoseconds(timeNanoseconds());
  }

  /** Reads a span of time. */
  Duration duration();

  /** Reads the sequence number of a header; 0 in CDR, which has none. */
  int sequence();

  /**
   * Reads the count of an array of variable length.
   *
   * @param least smallest size of one element on the wire [bytes], at least 1 (elements that have
   *     no bytes count as 1)
   * @return number of elements that follow, no more than the bytes that are left can hold
   */
  int length(int least);

  /** Reads elements that have no count before them. */
  byte[] bytes(int elements);

  /** Reads elements that have no count before them. */
  short[] shorts(int elements);

  /** Reads elements that have no count before them. */
  int[] ints(int elements);

  /** Reads elements that have no count before them. */
  long[] longs(int elements);

  /** Reads elements that have no count before them. */
  float[] floats(int elements);

  /** Reads elements that have no count before them. */
  double[] doubles(int elements);

  /**
   * Reads elements into the caller's array, without allocating.
   *
   * @param into filled from its beginning to its end
   */
  void doubles(double[] into);

  /**
   * Reads elements into the caller's array, without allocating.
   *
   * @param into filled from its beginning to its end
   */
  void floats(float[] into);

  /** Number of bytes that are left. */
  int remaining();
}
