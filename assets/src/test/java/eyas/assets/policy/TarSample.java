package eyas.assets.policy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Builds small tar archives. */
final class TarSample {
  private TarSample() {}

  static byte[] archive(Map<String, byte[]> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    files.forEach(
        (name, content) -> {
          byte[] header = new byte[512];
          put(header, 0, name);
          put(header, 124, String.format("%011o", content.length));
          put(header, 257, "ustar");
          header[156] = '0';
          put(header, 148, "        ");
          int sum = 0;
          for (byte value : header) {
            sum += value & 0xff;
          }
          put(header, 148, String.format("%06o\0 ", sum));
          out.writeBytes(header);
          out.writeBytes(content);
          out.writeBytes(new byte[(512 - content.length % 512) % 512]);
        });
    out.writeBytes(new byte[1024]);
    return out.toByteArray();
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }
}
