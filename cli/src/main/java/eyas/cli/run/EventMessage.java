package eyas.cli.run;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * TensorBoard's protocol buffer messages, encoded by hand. Event: 1 wall_time (double), 2 step
 * (int64), 3 file_version (string), 5 summary, 7 session_log (1 status: 1 is START); Summary: 1
 * value, repeated; Value: 1 tag (string), 2 simple_value (float).
 */
final class EventMessage {
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int BYTES = 2;
  private static final int FIXED32 = 5;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private EventMessage() {}

  /** Returns the first message of a file. */
  static byte[] version(double wallTime) {
    EventMessage event = new EventMessage();
    event.fixed64(1, wallTime);
    event.bytes(3, "brain.Event:2".getBytes(StandardCharsets.UTF_8));
    return event.out.toByteArray();
  }

  /** Returns the message that voids older values from a step on. */
  static byte[] sessionStart(double wallTime, long step) {
    EventMessage event = new EventMessage();
    event.fixed64(1, wallTime);
    event.key(2, VARINT);
    event.varint(step);
    event.bytes(7, new byte[] {1 << 3, 1});
    return event.out.toByteArray();
  }

  /** Returns the message that holds the scalars of one step. */
  static byte[] scalars(double wallTime, long step, Map<String, Double> values) {
    EventMessage summary = new EventMessage();
    values.forEach((tag, value) -> summary.bytes(1, value(tag, value.floatValue())));
    EventMessage event = new EventMessage();
    event.fixed64(1, wallTime);
    event.key(2, VARINT);
    event.varint(step);
    event.bytes(5, summary.out.toByteArray());
    return event.out.toByteArray();
  }

  private static byte[] value(String tag, float number) {
    EventMessage value = new EventMessage();
    value.bytes(1, tag.getBytes(StandardCharsets.UTF_8));
    value.key(2, FIXED32);
    value.little(Float.floatToRawIntBits(number), 4);
    return value.out.toByteArray();
  }

  private void fixed64(int field, double number) {
    key(field, FIXED64);
    little(Double.doubleToRawLongBits(number), 8);
  }

  private void bytes(int field, byte[] content) {
    key(field, BYTES);
    varint(content.length);
    out.writeBytes(content);
  }

  private void key(int field, int wireType) {
    varint(((long) field << 3) | wireType);
  }

  // seven bits a byte, low bits first, the top bit says that more follow
  private void varint(long number) {
    long rest = number;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  private void little(long bits, int size) {
    for (int i = 0; i < size; i++) {
      out.write((int) (bits >>> (8 * i)));
    }
  }
}
