package eyas.bridge.mavlink;

import eyas.bridge.link.LinkException;
import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.NotYetConnectedException;
import java.util.concurrent.locks.LockSupport;

/**
 * MAVLink over UDP. It waits on a port and answers whoever sends good frames of the flight
 * controller; others are then not heard, until that one has been silent for three seconds.
 */
final class UdpWire implements Wire {
  private static final int POLL = 200;
  private static final long SILENCE = 3_000_000_000L;
  private static final long PAUSE = 10_000_000L;

  private final InetSocketAddress address;
  private final DatagramChannel channel;
  private final DatagramPacket packet = new DatagramPacket(new byte[2048], 2048);
  private final InputStream in = new Datagrams();
  private volatile boolean connected;
  private volatile boolean closed;
  private long lastHeard;

  UdpWire(InetSocketAddress bind) {
    try {
      channel = DatagramChannel.open(StandardProtocolFamily.INET).bind(bind);
      channel.socket().setSoTimeout(POLL);
      address = (InetSocketAddress) channel.getLocalAddress();
    } catch (IOException failure) {
      throw new LinkException(
          "UDP port %s cannot be opened: %s. Is another ground station running? Set ~mavlink."
              .formatted(bind, failure.getMessage()),
          failure);
    }
  }

  /** The port on which it waits. */
  int port() {
    return address.getPort();
  }

  @Override
  public InputStream in() {
    return in;
  }

  @Override
  public boolean send(ByteBuffer frame) {
    try {
      return connected && channel.write(frame) > 0;
    } catch (IOException | NotYetConnectedException gone) {
      // the receiving thread may just have forgotten whom it heard
      return false;
    }
  }

  /** On the receiving thread. */
  @Override
  public void heard() {
    lastHeard = System.nanoTime();
    SocketAddress sender = packet.getSocketAddress();
    if (!connected && !closed && sender != null) {
      try {
        channel.connect(sender);
        connected = true;
      } catch (IOException unreachable) {
        connected = false;
      }
    }
  }

  private void forget() {
    if (connected && System.nanoTime() - lastHeard > SILENCE) {
      connected = false;
      try {
        channel.disconnect();
      } catch (IOException alreadyClosed) {
        closed = true;
      }
    }
  }

  @Override
  public boolean connected() {
    return connected;
  }

  @Override
  public String name() {
    return "udp:" + address.getHostString() + ":" + port();
  }

  @Override
  public void close() {
    closed = true;
    connected = false;
    try {
      channel.close();
    } catch (IOException alreadyClosed) {
      connected = false;
    }
  }

  /** Datagrams one after another, as a stream. */
  private final class Datagrams extends InputStream {
    private int position;
    private int length;

    @Override
    public int read() {
      return fill() ? packet.getData()[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int wanted) {
      if (wanted == 0) {
        return 0;
      }
      if (!fill()) {
        return -1;
      }
      int count = Math.min(wanted, length - position);
      System.arraycopy(packet.getData(), position, into, offset, count);
      position += count;
      return count;
    }

    @Override
    public int available() {
      return length - position;
    }

    private boolean fill() {
      while (position == length) {
        if (closed) {
          return false;
        }
        forget();
        receive();
      }
      return true;
    }

    private void receive() {
      try {
        packet.setLength(packet.getData().length);
        channel.socket().receive(packet);
        position = 0;
        length = packet.getLength();
      } catch (SocketTimeoutException nothing) {
        position = length;
      } catch (IOException unreachable) {
        // nobody listens at the other end yet
        position = length;
        LockSupport.parkNanos(PAUSE);
      }
    }
  }
}
