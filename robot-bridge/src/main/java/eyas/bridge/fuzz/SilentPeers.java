package eyas.bridge.fuzz;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Connections that are opened and left: half say nothing, half send a byte now and then. */
final class SilentPeers implements AutoCloseable {
  private static final byte[] REQUEST =
      "POST / HTTP/1.1\r\nHost: a\r\nContent-Type: text/xml\r\nContent-Length: 1000\r\n\r\n<a>"
          .getBytes(StandardCharsets.US_ASCII);
  private static final int PATIENCE_MILLISECONDS = 60_000;
  private static final int BYTE_MILLISECONDS = 400;

  private final String host;
  private final List<Socket> open = new ArrayList<>();
  private final List<Socket> slow = new ArrayList<>();
  private final ExecutorService trickle = Executors.newSingleThreadExecutor();
  private int sent;

  SilentPeers(String host) {
    this.host = host;
    trickle.execute(this::trickle);
  }

  /** Opens connections to a port. */
  synchronized void open(int port, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      Socket socket = new Socket();
      socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLISECONDS);
      open.add(socket);
      if (i % 2 == 0) {
        slow.add(socket);
      }
    }
  }

  private void trickle() {
    try {
      while (!trickle.isShutdown()) {
        sendOneByteEach();
        TimeUnit.MILLISECONDS.sleep(BYTE_MILLISECONDS);
      }
    } catch (InterruptedException closed) {
      // nothing more is to be sent
    }
  }

  private synchronized void sendOneByteEach() {
    byte next = REQUEST[sent++ % REQUEST.length];
    slow.removeIf(socket -> !sends(socket, next));
  }

  private static boolean sends(Socket socket, byte value) {
    try {
      socket.getOutputStream().write(value);
      return true;
    } catch (IOException closed) {
      return false;
    }
  }

  /** Waits until the other side has closed every connection; returns their number. */
  int awaitClosed() throws IOException {
    int closed = 0;
    for (Socket socket : open) {
      socket.setSoTimeout(PATIENCE_MILLISECONDS);
      try {
        socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
      } catch (SocketTimeoutException hang) {
        throw new FuzzException(
            "A connection to port %d that sends nothing whole is still open after %d ms."
                .formatted(socket.getPort(), PATIENCE_MILLISECONDS),
            hang);
      } catch (IOException reset) {
        // closed as well
      }
      closed++;
    }
    return closed;
  }

  @Override
  public void close() throws IOException {
    trickle.shutdownNow();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
