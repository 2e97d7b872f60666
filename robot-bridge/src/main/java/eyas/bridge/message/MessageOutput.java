package eyas.bridge.message;

/**
 * Writes the primitive values of a message. ROS 1 packs them little-endian; CDR aligns them. Arrays
 * of fixed length have no count, others begin with {@link #length}. No method allocates once the
 * buffer behind it is large enough.
 */
public interface MessageOutput {
  /** Writes a truth value. */
  void bool(boolean value);

  /** Writes 8 bits. */
  void int8(byte value);

  /** Writes 16 bits. */
  void int16(short value);

  /** Writes 32 bits. */
  void int32(int value);

  /** Writes 64 bits. */
  void int64(long value);

  /** Writes a single-precision number. */
  void float32(float value);

  /** Writes a double-precision number. */
  void float64(double value);

  /** Writes a text in UTF-8. */
  void string(CharSequence value);

  /**
   * Writes a point in time.
   *
   * @param seconds since the epoch, unsigned [s]
   * @param nanoseconds the rest [ns]
   */
  void time(int seconds, int nanoseconds);

  /**
   * Writes a span of time.
   *
   * @param seconds signed [s]
   * @param nanoseconds signed [ns]
   */
  void duration(int seconds, int nanoseconds);

  /**
   * Writes the sequence number of a header, which ROS 2 does not have: CDR writes nothing.
   *
   * @param value the number; a publisher replaces it by its own count
   */
  void sequence(int value);

  /**
   * Writes the count of an array of variable length.
   *
   * @param elements number of elements that follow
   */
  void length(int elements);

  /** Writes elements without a count. */
  void bytes(byte[] values);

  /** Writes elements without a count. */
  void shorts(short[] values);

  /** Writes elements without a count. */
  void ints(int[] values);

  /** Writes elements without a count. */
  void longs(long[] values);

  /** Writes elements without a count. */
  void floats(float[] values);

  /** Writes elements without a count. */
  void doubles(double[] values);
}
