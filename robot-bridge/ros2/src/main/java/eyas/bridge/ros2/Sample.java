package eyas.bridge.ros2;

import java.nio.ByteBuffer;

/** The bytes of one DDS sample, encapsulation included; used again. */
final class Sample {
  private byte[] bytes = new byte[0];
  private int length;

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  /** Points at bytes that somebody else owns. */
  void of(byte[] owned, int size) {
    bytes = owned;
    length = size;
  }

  /** Copies bytes out of the middleware. */
  void copy(ByteBuffer from, int size) {
    if (bytes.length < size) {
      bytes = new byte[Math.max(size, 2 * bytes.length)];
    }
    from.get(0, bytes, 0, size);
    length = size;
  }
}
