package eyas.bridge.ros1;

import eyas.bridge.link.LinkException;
import eyas.bridge.link.ServiceClient;
import eyas.bridge.message.Message;
import eyas.bridge.message.MessageException;
import eyas.bridge.message.PackedInput;
import eyas.bridge.message.PackedOutput;
import eyas.bridge.message.Service;
import eyas.bridge.ros1.xmlrpc.XmlRpcException;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Calls one service over a connection that stays open; calls are made one after another. */
final class Ros1ServiceClient<Q extends Message, A extends Message> implements ServiceClient<Q, A> {
  private static final int CONNECT_MILLISECONDS = 2000;
  private static final int CALL_MILLISECONDS = 10_000;

  private final String name;
  private final String node;
  private final Service<Q, A> service;
  private final MasterClient master;
  private final ExecutorService thread;
  private Optional<Connection> connection = Optional.empty();

  /** An open connection. */
  private record Connection(Socket socket, FrameReader frames) {}

  Ros1ServiceClient(String name, String node, Service<Q, A> service, MasterClient master) {
    this.name = name;
    this.node = node;
    this.service = service;
    this.master = master;
    this.thread =
        Executors.newSingleThreadExecutor(
            work -> {
              Thread worker = new Thread(work, "eyas-service " + name);
              worker.setDaemon(true);
              return worker;
            });
  }

  @Override
  public CompletableFuture<A> call(Q request) {
    return CompletableFuture.supplyAsync(() -> callNow(request), thread);
  }

  private A callNow(Q request) {
    boolean reused = connection.isPresent();
    try {
      return exchange(request);
    } catch (IOException | XmlRpcException failure) {
      disconnect();
      if (reused) {
        // the server may have been started again since the last call
        return callNow(request);
      }
      throw new LinkException(
          "Service %s (%s) could not be called: %s"
              .formatted(name, service.name(), failure.getMessage()),
          failure);
    }
  }

  private A exchange(Q request) throws IOException {
    if (connection.isEmpty()) {
      connection = Optional.of(connect());
    }
    Connection now = connection.orElseThrow();
    PackedOutput out = new PackedOutput();
    out.int32(0);
    request.write(out);
    out.patch(0, out.size() - 4);
    now.socket().getOutputStream().write(out.buffer(), 0, out.size());
    int worked = now.frames().readByte();
    int length = now.frames().read();
    if (worked == 1) {
      try {
        return service.response().read(new PackedInput().of(now.frames().buffer(), 0, length));
      } catch (MessageException malformed) {
        throw new LinkException("Service " + name + " sent a bad response.", malformed);
      }
    }
    String reason = new String(now.frames().buffer(), 0, length, StandardCharsets.UTF_8);
    throw new LinkException("Service %s (%s) failed: %s".formatted(name, service.name(), reason));
  }

  private Connection connect() throws IOException {
    URI address = master.lookupService(name).orElseThrow(this::absent);
    Socket socket = new Socket();
    try {
      socket.connect(
          new InetSocketAddress(address.getHost(), address.getPort()), CONNECT_MILLISECONDS);
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(CALL_MILLISECONDS);
      Map<String, String> header = new LinkedHashMap<>();
      header.put("callerid", node);
      header.put("service", name);
      header.put("type", service.name());
      header.put("md5sum", service.md5());
      header.put("persistent", "1");
      ConnectionHeader.write(socket.getOutputStream(), header);
      InputStream in = socket.getInputStream();
      Map<String, String> answer = ConnectionHeader.read(new DataInputStream(in));
      if (answer.containsKey("error")) {
        throw new IOException(answer.get("error"));
      }
      return new Connection(socket, new FrameReader(in));
    } catch (IOException failure) {
      socket.close();
      throw failure;
    }
  }

  private LinkException absent() {
    return new LinkException(
        "No node offers service %s (%s). Start the node that does, or remap the name."
            .formatted(name, service.name()));
  }

  private void disconnect() {
    connection.ifPresent(
        now -> {
          try {
            now.socket().close();
          } catch (IOException failure) {
            // nothing can be done about a socket that does not close
          }
        });
    connection = Optional.empty();
  }

  @Override
  public void close() {
    thread.execute(this::disconnect);
    thread.shutdown();
  }
}
