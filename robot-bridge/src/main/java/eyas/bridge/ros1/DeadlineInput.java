package eyas.bridge.ros1;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;

/**
 * Reads from a socket until a point in time, however many bytes come one at a time: a peer that
 * sends a byte now and then is not waited for longer than one that sends nothing.
 */
final class DeadlineInput extends InputStream {
  private static final long MILLISECOND = 1_000_000;

  private final Socket socket;
  private final InputStream in;
  private final long deadline;

  DeadlineInput(Socket socket, int milliseconds) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
    this.deadline = System.nanoTime() + milliseconds * MILLISECOND;
  }

  private void limit() throws IOException {
    long left = (deadline - System.nanoTime()) / MILLISECOND;
    if (left <= 0) {
      throw new SocketTimeoutException("the header took too long");
    }
    socket.setSoTimeout((int) left);
  }

  @Override
  public int read() throws IOException {
    limit();
    return in.read();
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    limit();
    return in.read(bytes, offset, length);
  }
}
