package eyas.bridge.fuzz;

import eyas.bridge.message.PackedOutput;
import eyas.bridge.message.std_msgs.Float64;
import eyas.bridge.ros1.ConnectionHeader;
import eyas.bridge.ros1.xmlrpc.XmlRpcCall;
import eyas.bridge.ros1.xmlrpc.XmlRpcServer;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** A publisher whose header is right and whose frames are not. */
final class HostilePublisher implements AutoCloseable {
  private static final int FRAMES = 20;
  private static final int LONGEST = 40;

  private final String host;
  private final SplittableRandom random;
  private final XmlRpcServer slave;
  private final ServerSocket data = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final AtomicInteger connections = new AtomicInteger();

  HostilePublisher(String host, SplittableRandom random) throws IOException {
    this.host = host;
    this.random = random;
    this.slave = new XmlRpcServer(new InetSocketAddress(host, 0), this::answer);
    Thread thread = new Thread(this::serve, "eyas-hostile");
    thread.setDaemon(true);
    thread.start();
  }

  URI slave() {
    return URI.create("http://" + host + ":" + slave.port() + "/");
  }

  private Object answer(XmlRpcCall call) {
    return List.of(1, call.method(), List.of("TCPROS", host, data.getLocalPort()));
  }

  private void serve() {
    while (!data.isClosed()) {
      try (Socket socket = data.accept()) {
        ConnectionHeader.read(new DataInputStream(socket.getInputStream()));
        OutputStream out = socket.getOutputStream();
        ConnectionHeader.write(out, header());
        for (int i = 0; i < FRAMES; i++) {
          out.write(frame());
        }
        connections.incrementAndGet();
      } catch (IOException left) {
        // the other side has had enough, or this one is closed
      }
    }
  }

  private static Map<String, String> header() {
    Map<String, String> header = new LinkedHashMap<>();
    header.put("callerid", "/hostile");
    header.put("topic", "/hostile");
    header.put("type", Float64.TYPE.name());
    header.put("md5sum", Float64.TYPE.md5());
    return header;
  }

  // of a wrong length, and at times with a length that lies
  private byte[] frame() {
    byte[] content = new byte[random.nextInt(LONGEST)];
    random.nextBytes(content);
    PackedOutput out = new PackedOutput();
    boolean lies = random.nextInt(FRAMES) == 0;
    out.int32(lies ? 0x80000000 : content.length);
    out.bytes(content);
    return out.toBytes();
  }

  /** Waits until so many connections have been served. */
  void awaitConnections(int count) throws InterruptedException {
    while (connections.get() < count) {
      Thread.sleep(10);
    }
  }

  @Override
  public void close() throws IOException {
    data.close();
    slave.close();
  }
}
