package eyas.bridge.message;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** What both wire formats share: numbers in a range of bytes. Used again; for one thread. */
abstract sealed class ByteInput implements MessageInput permits PackedInput, CdrInput {
  private static final Views LITTLE = new Views(ByteOrder.LITTLE_ENDIAN);
  private static final Views BIG = new Views(ByteOrder.BIG_ENDIAN);
  private static final long BILLION = 1_000_000_000L;

  private byte[] buffer = new byte[0];
  private int start;
  private int position;
  private int end;
  private Views views = LITTLE;

  /** Views of one byte order. */
  private static final class Views {
    private final VarHandle shorts;
    private final VarHandle ints;
    private final VarHandle longs;
    private final VarHandle floats;
    private final VarHandle doubles;

    Views(ByteOrder order) {
      shorts = MethodHandles.byteArrayViewVarHandle(short[].class, order);
      ints = MethodHandles.byteArrayViewVarHandle(int[].class, order);
      longs = MethodHandles.byteArrayViewVarHandle(long[].class, order);
      floats = MethodHandles.byteArrayViewVarHandle(float[].class, order);
      doubles = MethodHandles.byteArrayViewVarHandle(double[].class, order);
    }
  }

  /** Points at a range of bytes. */
  final void range(byte[] bytes, int offset, int length, boolean bigEndian) {
    buffer = bytes;
    start = offset;
    position = offset;
    end = offset + length;
    views = bigEndian ? BIG : LITTLE;
  }

  /** Skips padding before a number of {@code size} bytes, where the format aligns. */
  abstract void align(int size);

  /** Bytes after the characters of a text. */
  abstract int terminator();

  /** Number of bytes since the beginning of the range. */
  final int offset() {
    return position - start;
  }

  /** Moves on and returns where the bytes lie. */
  final int advance(int bytes) {
    if (bytes < 0 || bytes > end - position) {
      throw new MessageException(
          "A message of %d bytes ends too early: %d bytes are wanted at byte %d."
              .formatted(end - start, bytes, position - start));
    }
    int at = position;
    position += bytes;
    return at;
  }

  @Override
  public final int remaining() {
    return end - position;
  }

  @Override
  public final boolean bool() {
    return int8() != 0;
  }

  @Override
  public final byte int8() {
    int at = advance(1);
    return buffer[at];
  }

  @Override
  public final short int16() {
    align(2);
    int at = advance(2);
    return (short) views.shorts.get(buffer, at);
  }

  @Override
  public final int int32() {
    align(4);
    int at = advance(4);
    return (int) views.ints.get(buffer, at);
  }

  @Override
  public final long int64() {
    align(8);
    int at = advance(8);
    return (long) views.longs.get(buffer, at);
  }

  @Override
  public final float float32() {
    align(4);
    int at = advance(4);
    return (float) views.floats.get(buffer, at);
  }

  @Override
  public final double float64() {
    align(8);
    int at = advance(8);
    return (double) views.doubles.get(buffer, at);
  }

  // where a text begins; what is left of it after the terminator lies before the position
  private int text() {
    return advance(length(1));
  }

  private int characters(int at) {
    return Math.max(0, position - at - terminator());
  }

  @Override
  public final String string() {
    int at = text();
    return new String(buffer, at, characters(at), StandardCharsets.UTF_8);
  }

  @Override
  public final boolean stringEquals(CharSequence expected) {
    int at = text();
    boolean equal = characters(at) == expected.length();
    for (int i = 0; equal && i < expected.length(); i++) {
      equal = buffer[at + i] == expected.charAt(i);
    }
    return equal;
  }

  @Override
  public final void skipString() {
    text();
  }

  @Override
  public final long timeNanoseconds() {
    long seconds = Integer.toUnsignedLong(int32());
    return seconds * BILLION + Integer.toUnsignedLong(int32());
  }

  @Override
  public final Time time() {
    int seconds = int32();
    return new Time(seconds, int32());
  }

  @Override
  public final Duration duration() {
    int seconds = int32();
    return new Duration(seconds, int32());
  }

  @Override
  public final int length(int least) {
    int elements = int32();
    if (elements < 0 || (long) elements * least > remaining()) {
      throw new MessageException(
          "A message of %d bytes has the count %s at byte %d, of elements of at least %d bytes; only %d bytes are left."
              .formatted(
                  end - start,
                  Integer.toUnsignedString(elements),
                  offset() - 4,
                  least,
                  remaining()));
    }
    return elements;
  }

  // checked before anything is allocated
  private int checked(int elements, int size) {
    if ((long) elements * size > remaining()) {
      advance((int) Math.min(Integer.MAX_VALUE, (long) elements * size));
    }
    return elements;
  }

  @Override
  public final byte[] bytes(int elements) {
    byte[] values = new byte[checked(elements, 1)];
    System.arraycopy(buffer, advance(elements), values, 0, elements);
    return values;
  }

  @Override
  public final short[] shorts(int elements) {
    short[] values = new short[checked(elements, 2)];
    for (int i = 0; i < elements; i++) {
      values[i] = int16();
    }
    return values;
  }

  @Override
  public final int[] ints(int elements) {
    int[] values = new int[checked(elements, 4)];
    for (int i = 0; i < elements; i++) {
      values[i] = int32();
    }
    return values;
  }

  @Override
  public final long[] longs(int elements) {
    long[] values = new long[checked(elements, 8)];
    for (int i = 0; i < elements; i++) {
      values[i] = int64();
    }
    return values;
  }

  @Override
  public final float[] floats(int elements) {
    float[] values = new float[checked(elements, 4)];
    floats(values);
    return values;
  }

  @Override
  public final double[] doubles(int elements) {
    double[] values = new double[checked(elements, 8)];
    doubles(values);
    return values;
  }

  @Override
  public final void floats(float[] into) {
    for (int i = 0; i < into.length; i++) {
      into[i] = float32();
    }
  }

  @Override
  public final void doubles(double[] into) {
    for (int i = 0; i < into.length; i++) {
      into[i] = float64();
    }
  }
}
