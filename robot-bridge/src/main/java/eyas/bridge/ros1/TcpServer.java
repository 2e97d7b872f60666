package eyas.bridge.ros1;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Accepts TCPROS connections, reads their header and hands them on. A connection whose header is
 * refused is told why; one that stays silent is closed after five seconds.
 */
final class TcpServer implements AutoCloseable {
  private static final int HANDSHAKE_MILLISECONDS = 5000;
  private static final int MOST_CONNECTIONS = 512;

  /** Serves a connection until it ends. */
  interface Service {
    /** Refuses by an exception before the first byte is sent; its message is told to the peer. */
    void serve(Socket socket, Map<String, String> header) throws IOException;
  }

  /** A refusal that the peer is to be told. */
  static final class Refusal extends IOException {
    private static final long serialVersionUID = 1L;

    Refusal(String reason) {
      super(reason);
    }
  }

  private final ServerSocket server = new ServerSocket();
  private final Service service;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicLong refused = new AtomicLong();

  TcpServer(InetSocketAddress address, Service service) throws IOException {
    this.service = service;
    server.bind(address);
    Threads.start("tcpros", this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /** Number of connections that were refused. */
  long refused() {
    return refused.get();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        if (open.size() >= MOST_CONNECTIONS) {
          refused.incrementAndGet();
          socket.close();
        } else {
          open.add(socket);
          Threads.start("tcpros peer", () -> handle(socket));
        }
      } catch (IOException closed) {
        // closing the server ends the loop; a failed accept is tried again
      }
    }
  }

  private void handle(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      Map<String, String> header =
          ConnectionHeader.read(
              new DataInputStream(new DeadlineInput(socket, HANDSHAKE_MILLISECONDS)));
      socket.setSoTimeout(0);
      try {
        service.serve(socket, header);
      } catch (Refusal refusal) {
        refused.incrementAndGet();
        ConnectionHeader.write(
            socket.getOutputStream(), Map.of("error", String.valueOf(refusal.getMessage())));
      }
    } catch (IOException | RuntimeException malformed) {
      refused.incrementAndGet();
    } finally {
      open.remove(socket);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException failure) {
      // nothing can be done about a socket that does not close
    }
  }
}
