package eyas.bridge.mavlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * Reads MAVLink 2 frames a second way: the checksum bit by bit (CRC-16/X.25 polynomial 0x1021,
 * reflected, not inverted at the end), fields by their offsets in the specification.
 */
final class Frames {
  private Frames() {}

  /** A frame: its message, sender and payload, zeros restored. */
  record Frame(int message, int system, int component, int sequence, ByteBuffer payload) {}

  /** Reads a frame; empty if it is not whole or its checksum is wrong. */
  static Optional<Frame> read(byte[] bytes, int length, int extra) {
    if (length < 12 || (bytes[0] & 0xff) != 0xfd || length != 12 + (bytes[1] & 0xff)) {
      return Optional.empty();
    }
    int end = length - 2;
    int crc = 0xffff;
    for (int i = 1; i <= end; i++) {
      crc ^= (i < end ? bytes[i] : extra) & 0xff;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) != 0 ? crc >> 1 ^ 0x8408 : crc >> 1;
      }
    }
    int given = (bytes[end] & 0xff) | ((bytes[end + 1] & 0xff) << 8);
    if (crc != given) {
      return Optional.empty();
    }
    ByteBuffer payload = ByteBuffer.allocate(255).order(ByteOrder.LITTLE_ENDIAN);
    payload.put(0, bytes, 10, end - 10);
    int message = (bytes[7] & 0xff) | ((bytes[8] & 0xff) << 8) | ((bytes[9] & 0xff) << 16);
    return Optional.of(
        new Frame(message, bytes[5] & 0xff, bytes[6] & 0xff, bytes[4] & 0xff, payload));
  }
}
