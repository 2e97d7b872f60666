package eyas.bridge.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/** What hostile peers send: damaged calls within HTTP, damaged headers, lengths that lie. */
final class HostileBytes {
  private static final XmlTarget CALLS = XmlTarget.calls();
  private static final HeaderTarget HEADERS = new HeaderTarget();
  private static final int[] LENGTHS = {0x7fffffff, 0x80000000, -1, 1 << 20, (1 << 20) + 1};
  private static final List<String> WORDS =
      List.of("\r\n", "Content-Length: 99999999999\r\n", "Transfer-Encoding: chunked\r\n", ": ");

  private HostileBytes() {}

  /** A damaged call in a whole request, or a whole call in a damaged request. */
  static byte[] call(SplittableRandom random) {
    byte[] body = CALLS.damaged(random);
    String head =
        "POST /RPC2 HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: text/xml\r\n"
            + "Content-Length: %d\r\n\r\n".formatted(body.length);
    byte[] start = head.getBytes(StandardCharsets.US_ASCII);
    byte[] request = new byte[start.length + body.length];
    System.arraycopy(start, 0, request, 0, start.length);
    System.arraycopy(body, 0, request, start.length, body.length);
    return random.nextInt(4) == 0 ? new Damage(random, WORDS).of(request) : request;
  }

  /** A damaged header, at times with a length of two gigabytes. */
  static byte[] header(SplittableRandom random) {
    byte[] header = HEADERS.damaged(random);
    if (header.length >= 4 && random.nextInt(4) == 0) {
      ByteBuffer.wrap(header)
          .order(ByteOrder.LITTLE_ENDIAN)
          .putInt(0, LENGTHS[random.nextInt(LENGTHS.length)]);
    }
    return header;
  }
}
