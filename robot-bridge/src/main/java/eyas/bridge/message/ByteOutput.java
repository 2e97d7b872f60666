package eyas.bridge.message;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What both wire formats share: little-endian numbers in a buffer that grows and is used again. For
 * one thread.
 */
abstract sealed class ByteOutput implements MessageOutput permits PackedOutput, CdrOutput {
  private static final VarHandle SHORTS = view(short[].class);
  private static final VarHandle INTS = view(int[].class);
  private static final VarHandle LONGS = view(long[].class);
  private static final VarHandle FLOATS = view(float[].class);
  private static final VarHandle DOUBLES = view(double[].class);
  private static final int MOST_ASCII = 0x7f;

  private byte[] buffer = new byte[256];
  private int position;

  private static VarHandle view(Class<?> arrayClass) {
    return MethodHandles.byteArrayViewVarHandle(arrayClass, ByteOrder.LITTLE_ENDIAN);
  }

  /** The buffer; valid up to {@link #size}, replaced when it grows. */
  public final byte[] buffer() {
    return buffer;
  }

  /** Number of bytes that have been written. */
  public final int size() {
    return position;
  }

  /** Forgets what has been written. */
  public void clear() {
    position = 0;
  }

  /**
   * Replaces a number that has been written.
   *
   * @param at offset of its first byte
   * @param value the new number
   */
  public final void patch(int at, int value) {
    INTS.set(buffer, at, value);
  }

  /** A copy of what has been written. */
  public final byte[] toBytes() {
    return Arrays.copyOf(buffer, position);
  }

  /** Pads to a multiple of {@code size}, where the format aligns. */
  abstract void align(int size);

  /** Bytes after the characters of a text: 1 where texts end with a zero. */
  abstract int terminator();

  /** Makes room and returns where the next bytes go. */
  final int advance(int bytes) {
    int at = position;
    long needed = (long) at + bytes;
    if (needed > buffer.length) {
      grow(needed);
    }
    position = (int) needed;
    return at;
  }

  private void grow(long needed) {
    if (needed > Integer.MAX_VALUE - 8) {
      throw new MessageException(
          "A message of %d bytes was to be written; at most 2 GiB fit into one.".formatted(needed));
    }
    long doubled = Math.min(Integer.MAX_VALUE - 8, Math.max(needed, 2L * buffer.length));
    buffer = Arrays.copyOf(buffer, (int) doubled);
  }

  @Override
  public final void bool(boolean value) {
    int8((byte) (value ? 1 : 0));
  }

  @Override
  public final void int8(byte value) {
    int at = advance(1);
    buffer[at] = value;
  }

  @Override
  public final void int16(short value) {
    align(2);
    int at = advance(2);
    SHORTS.set(buffer, at, value);
  }

  @Override
  public final void int32(int value) {
    align(4);
    int at = advance(4);
    INTS.set(buffer, at, value);
  }

  @Override
  public final void int64(long value) {
    align(8);
    int at = advance(8);
    LONGS.set(buffer, at, value);
  }

  @Override
  public final void float32(float value) {
    align(4);
    int at = advance(4);
    FLOATS.set(buffer, at, value);
  }

  @Override
  public final void float64(double value) {
    align(8);
    int at = advance(8);
    DOUBLES.set(buffer, at, value);
  }

  @Override
  public final void string(CharSequence value) {
    int length = value.length();
    for (int i = 0; i < length; i++) {
      if (value.charAt(i) > MOST_ASCII) {
        encoded(value.toString().getBytes(StandardCharsets.UTF_8));
        return;
      }
    }
    int32(length + terminator());
    int at = advance(length);
    for (int i = 0; i < length; i++) {
      buffer[at + i] = (byte) value.charAt(i);
    }
    terminate();
  }

  private void encoded(byte[] text) {
    int32(text.length + terminator());
    bytes(text);
    terminate();
  }

  private void terminate() {
    if (terminator() > 0) {
      int8((byte) 0);
    }
  }

  @Override
  public final void time(int seconds, int nanoseconds) {
    int32(seconds);
    int32(nanoseconds);
  }

  @Override
  public final void duration(int seconds, int nanoseconds) {
    int32(seconds);
    int32(nanoseconds);
  }

  @Override
  public final void length(int elements) {
    int32(elements);
  }

  @Override
  public final void bytes(byte[] values) {
    int at = advance(values.length);
    System.arraycopy(values, 0, buffer, at, values.length);
  }

  @Override
  public final void shorts(short[] values) {
    for (short value : values) {
      int16(value);
    }
  }

  @Override
  public final void ints(int[] values) {
    for (int value : values) {
      int32(value);
    }
  }

  @Override
  public final void longs(long[] values) {
    for (long value : values) {
      int64(value);
    }
  }

  @Override
  public final void floats(float[] values) {
    for (float value : values) {
      float32(value);
    }
  }

  @Override
  public final void doubles(double[] values) {
    for (double value : values) {
      float64(value);
    }
  }
}
