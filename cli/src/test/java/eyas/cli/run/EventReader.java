package eyas.cli.run;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads event files: whole records only, each with checked sums; written apart from the writer. */
final class EventReader {
  record Scalar(long step, String tag, float value) {}

  private EventReader() {}

  static List<Scalar> scalars(byte[] file) {
    List<Scalar> scalars = new ArrayList<>();
    ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    while (in.remaining() >= 12) {
      int start = in.position();
      long length = in.getLong();
      check(file, start, 8, in.getInt());
      if (in.remaining() < length + 4) {
        return scalars;
      }
      int data = in.position();
      in.position(data + (int) length);
      check(file, data, (int) length, in.getInt());
      event(ByteBuffer.wrap(file, data, (int) length).slice(), scalars);
    }
    return scalars;
  }

  private static void check(byte[] file, int offset, int length, int masked) {
    int crc = 0xffffffff;
    for (int i = 0; i < length; i++) {
      crc ^= file[offset + i] & 0xff;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) != 0 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1;
      }
    }
    crc = ~crc;
    if (((crc >>> 15) | (crc << 17)) + 0xa282ead8 != masked) {
      throw new AssertionError("wrong sum at byte " + offset);
    }
  }

  private static void event(ByteBuffer event, List<Scalar> scalars) {
    long step = 0;
    while (event.hasRemaining()) {
      long key = varint(event);
      switch ((int) key) {
        case (1 << 3) | 1 -> event.position(event.position() + 8);
        case 2 << 3 -> step = varint(event);
        case (5 << 3) | 2 -> summary(part(event), step, scalars);
        case (3 << 3) | 2, (7 << 3) | 2 -> part(event);
        default -> throw new AssertionError("unexpected key " + key);
      }
    }
  }

  private static void summary(ByteBuffer summary, long step, List<Scalar> scalars) {
    while (summary.hasRemaining()) {
      if (varint(summary) != ((1 << 3) | 2)) {
        throw new AssertionError("a summary holds values only");
      }
      ByteBuffer value = part(summary);
      varint(value);
      ByteBuffer tag = part(value);
      varint(value);
      String name = StandardCharsets.UTF_8.decode(tag).toString();
      scalars.add(new Scalar(step, name, value.order(ByteOrder.LITTLE_ENDIAN).getFloat()));
    }
  }

  private static ByteBuffer part(ByteBuffer in) {
    int length = (int) varint(in);
    ByteBuffer part = in.slice(in.position(), length);
    in.position(in.position() + length);
    return part;
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }
}
