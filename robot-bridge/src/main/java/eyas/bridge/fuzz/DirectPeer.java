package eyas.bridge.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** Sends bytes, ends its half of the connection, and waits for the other side to end its own. */
final class DirectPeer {
  private static final int PATIENCE_MILLISECONDS = 20_000;
  private static final int MOST = 1 << 20;

  private DirectPeer() {}

  /**
   * Sends bytes.
   *
   * @return how the other side ended: {@code answered}, {@code closed} or {@code reset}
   * @throws FuzzException if it did not end
   */
  static String send(String host, int port, byte[] bytes) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLISECONDS);
      socket.setSoTimeout(PATIENCE_MILLISECONDS);
      return exchange(socket, bytes);
    } catch (SocketTimeoutException hang) {
      throw new FuzzException(
          "Port %d did not answer %d damaged bytes and did not close within %d ms."
              .formatted(port, bytes.length, PATIENCE_MILLISECONDS),
          hang);
    }
  }

  private static String exchange(Socket socket, byte[] bytes) throws IOException {
    try {
      socket.getOutputStream().write(bytes);
      socket.shutdownOutput();
      InputStream in = socket.getInputStream();
      int answer = in.readNBytes(MOST).length;
      return answer > 0 ? "answered" : "closed";
    } catch (SocketTimeoutException hang) {
      throw hang;
    } catch (IOException reset) {
      return "reset";
    }
  }
}
