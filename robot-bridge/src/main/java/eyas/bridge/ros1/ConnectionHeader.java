package eyas.bridge.ros1;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The header with which a TCPROS connection begins (wiki.ros.org/ROS/Connection Header). */
public final class ConnectionHeader {
  /** Longest header that is read [bytes]. */
  public static final int LONGEST = 1 << 20;

  private ConnectionHeader() {}

  /**
   * Reads a header.
   *
   * @param in where it begins, with its length
   * @return its fields, in order
   * @throws IOException if it is malformed or the stream ends, with the reason
   */
  public static Map<String, String> read(DataInputStream in) throws IOException {
    int length = length(in);
    if (length < 0 || length > LONGEST) {
      throw new IOException(
          "a connection header announces "
              + Integer.toUnsignedString(length)
              + " bytes; at most "
              + LONGEST
              + " are allowed");
    }
    return decode(in.readNBytes(length), length);
  }

  private static int length(DataInputStream in) throws IOException {
    try {
      return Integer.reverseBytes(in.readInt());
    } catch (EOFException ended) {
      throw new IOException("a connection ended before its header began", ended);
    }
  }

  private static Map<String, String> decode(byte[] bytes, int length) throws IOException {
    if (bytes.length < length) {
      throw new IOException("a connection header ends after " + bytes.length + " bytes");
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    Map<String, String> fields = new LinkedHashMap<>();
    while (buffer.remaining() > 0) {
      int size = buffer.remaining() < 4 ? -1 : buffer.getInt();
      if (size < 0 || size > buffer.remaining()) {
        throw new IOException("a field of a connection header is longer than the header");
      }
      String field = new String(bytes, buffer.position(), size, StandardCharsets.UTF_8);
      int sign = field.indexOf('=');
      if (sign < 0) {
        throw new IOException("a field of a connection header has no '='");
      }
      fields.put(field.substring(0, sign), field.substring(sign + 1));
      buffer.position(buffer.position() + size);
    }
    return fields;
  }

  /**
   * Writes a header at once.
   *
   * @param out where it goes
   * @param fields in order
   */
  public static void write(OutputStream out, Map<String, String> fields) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (Map.Entry<String, String> field : fields.entrySet()) {
      byte[] text = (field.getKey() + "=" + field.getValue()).getBytes(StandardCharsets.UTF_8);
      body.write(length(text.length));
      body.write(text);
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.write(length(body.size()));
    body.writeTo(whole);
    out.write(whole.toByteArray());
    out.flush();
  }

  private static byte[] length(int value) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
  }
}
