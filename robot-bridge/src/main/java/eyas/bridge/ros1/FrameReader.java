package eyas.bridge.ros1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Reads frames: a length and that many bytes. The buffer is used again and grows only as bytes
 * arrive, so that a length that lies costs nothing.
 */
public final class FrameReader {
  /** Longest frame that is read [bytes]. */
  public static final int LONGEST = 256 << 20;

  private static final int STEP = 1 << 20;

  private final InputStream in;
  private byte[] buffer = new byte[1024];

  /**
   * Creates a reader.
   *
   * @param in the connection, after its header
   */
  public FrameReader(InputStream in) {
    this.in = new BufferedInputStream(in, 64 << 10);
  }

  /** The bytes of the last frame begin here at 0; valid until the next one is read. */
  byte[] buffer() {
    return buffer;
  }

  /** Reads one byte. */
  int readByte() throws IOException {
    int value = in.read();
    if (value < 0) {
      throw new EOFException("the peer closed the connection");
    }
    return value;
  }

  /**
   * Reads a frame and returns its length [bytes].
   *
   * @throws IOException if the length is not allowed or the stream ends, with the reason
   */
  public int read() throws IOException {
    int length = readByte() | readByte() << 8 | readByte() << 16 | readByte() << 24;
    if (length < 0 || length > LONGEST) {
      throw new IOException(
          "a frame announces "
              + Integer.toUnsignedString(length)
              + " bytes; at most "
              + LONGEST
              + " are allowed");
    }
    int have = 0;
    while (have < length) {
      int wanted = Math.min(length, Math.max(buffer.length, have + STEP));
      if (buffer.length < wanted) {
        buffer = Arrays.copyOf(buffer, (int) Math.min(length, Math.max(wanted, 2L * have)));
      }
      int got = in.read(buffer, have, Math.min(length, buffer.length) - have);
      if (got < 0) {
        throw new EOFException("the peer closed the connection within a frame");
      }
      have += got;
    }
    return length;
  }
}
