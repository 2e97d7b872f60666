package eyas.bridge.ros1;

import eyas.bridge.link.Log;
import eyas.bridge.message.MessageType;
import eyas.bridge.message.PackedInput;
import eyas.bridge.ros1.xmlrpc.XmlRpcClient;
import eyas.bridge.ros1.xmlrpc.XmlRpcException;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One publisher of a topic: asks it for its data port, connects, reads. When the connection ends it
 * is made again, with growing pauses, until the master says that the publisher is gone.
 */
final class SubscriberLink {
  private static final int CONNECT_MILLISECONDS = 2000;
  private static final int HANDSHAKE_MILLISECONDS = 5000;
  private static final long FIRST_PAUSE = 50;
  private static final long LONGEST_PAUSE = 2000;
  private static final int RECEIVE_BUFFER = 64 << 10;

  /** Takes each message. */
  interface Delivery {
    /** Reads {@code length} bytes, through {@code in} as often as there are readers. */
    void deliver(PackedInput in, byte[] bytes, int length);
  }

  private final URI uri;
  private final String topic;
  private final String node;
  private final MessageType<?> type;
  private final Log log;
  private final Delivery delivery;
  private final PackedInput input = new PackedInput();
  private Socket socket = new Socket();
  private boolean connected;
  private boolean retired;
  private boolean closed;

  SubscriberLink(
      URI uri, String topic, String node, MessageType<?> type, Log log, Delivery delivery) {
    this.uri = uri;
    this.topic = topic;
    this.node = node;
    this.type = type;
    this.log = log;
    this.delivery = delivery;
  }

  URI uri() {
    return uri;
  }

  synchronized boolean connected() {
    return connected && !closed;
  }

  /** Connects and reads until the link is closed; runs on a thread of its own. */
  void run() {
    long pause = FIRST_PAUSE;
    while (!closed()) {
      boolean delivered = false;
      try {
        delivered = readAll();
      } catch (IOException | XmlRpcException failure) {
        if (!closed()) {
          log.debug("Topic " + topic + " from " + uri + ": " + failure.getMessage());
        }
      }
      pause = delivered ? FIRST_PAUSE : Math.min(LONGEST_PAUSE, 2 * pause);
      pause(pause);
    }
  }

  /** Returns whether anything came in before the connection ended. */
  private boolean readAll() throws IOException {
    boolean delivered = false;
    try (Socket now = open()) {
      FrameReader frames = handshake(now);
      while (!closed()) {
        int length = frames.read();
        delivery.deliver(input, frames.buffer(), length);
        delivered = true;
      }
    } catch (IOException ended) {
      if (!delivered) {
        throw ended;
      }
    } finally {
      connected(false);
    }
    return delivered;
  }

  private Socket open() throws IOException {
    Object[] protocols = {List.of("TCPROS")};
    Object answer = new XmlRpcClient(uri).call("requestTopic", node, topic, List.of(protocols));
    if (!(answer instanceof List<?> result)
        || result.size() < 3
        || !Integer.valueOf(1).equals(result.get(0))
        || !(result.get(2) instanceof List<?> protocol)
        || protocol.size() < 3
        || !(protocol.get(2) instanceof Integer port)) {
      throw new IOException("the publisher does not offer TCPROS: " + answer);
    }
    Socket fresh = new Socket();
    fresh.setReceiveBufferSize(RECEIVE_BUFFER);
    synchronized (this) {
      if (closed) {
        throw new IOException("the subscriber was closed");
      }
      socket = fresh;
    }
    fresh.connect(
        new InetSocketAddress(String.valueOf(protocol.get(1)), port), CONNECT_MILLISECONDS);
    fresh.setTcpNoDelay(true);
    return fresh;
  }

  private FrameReader handshake(Socket fresh) throws IOException {
    fresh.setSoTimeout(HANDSHAKE_MILLISECONDS);
    Map<String, String> header = new LinkedHashMap<>();
    header.put("callerid", node);
    header.put("topic", topic);
    header.put("type", type.name());
    header.put("md5sum", type.md5());
    header.put("message_definition", type.definition());
    header.put("tcp_nodelay", "1");
    ConnectionHeader.write(fresh.getOutputStream(), header);
    InputStream in = fresh.getInputStream();
    Map<String, String> answer = ConnectionHeader.read(new DataInputStream(in));
    if (answer.containsKey("error")) {
      log.warn("Topic " + topic + " from " + uri + " was refused: " + answer.get("error"));
      throw new IOException(answer.get("error"));
    }
    String md5 = answer.getOrDefault("md5sum", "*");
    if (!type.md5().equals("*") && !md5.equals("*") && !md5.equals(type.md5())) {
      String reason =
          "the publisher sends " + answer.get("type") + ", this node expects " + type.name();
      log.warn("Topic " + topic + " from " + uri + ": " + reason);
      throw new IOException(reason);
    }
    fresh.setSoTimeout(0);
    connected(true);
    return new FrameReader(in);
  }

  private synchronized void connected(boolean now) {
    connected = now;
  }

  private synchronized boolean closed() {
    // decided once: a retired link that has ended cannot resume
    closed |= retired && !connected;
    return closed;
  }

  /**
   * The master no longer names this publisher. A connection that works goes on until the publisher
   * ends it: a master that was started again learns of publishers one by one.
   */
  synchronized void retire() {
    retired = true;
    if (!connected) {
      close();
    }
  }

  /** The master names this publisher; false if the link has ended. */
  synchronized boolean resume() {
    retired = false;
    return !closed;
  }

  /** Whether the link has ended for good. */
  synchronized boolean ended() {
    return closed();
  }

  private synchronized void pause(long milliseconds) {
    long end = System.nanoTime() + milliseconds * 1_000_000;
    try {
      for (long left = milliseconds; left > 0 && !closed; ) {
        wait(left);
        left = (end - System.nanoTime()) / 1_000_000;
      }
    } catch (InterruptedException stopped) {
      closed = true;
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the link. */
  synchronized void close() {
    closed = true;
    notifyAll();
    try {
      socket.close();
    } catch (IOException failure) {
      // nothing can be done about a socket that does not close
    }
  }
}
