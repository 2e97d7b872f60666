package eyas.bridge.ros1;

import eyas.bridge.link.ServiceServer;
import eyas.bridge.message.Message;
import eyas.bridge.message.PackedInput;
import eyas.bridge.message.PackedOutput;
import eyas.bridge.message.Service;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** A service that this node offers; each client has a thread. */
final class Ros1ServiceServer<Q extends Message, A extends Message> implements ServiceServer {
  private final String name;
  private final String node;
  private final Service<Q, A> service;
  private final Function<Q, A> answer;
  private final Consumer<Ros1ServiceServer<?, ?>> onClose;

  Ros1ServiceServer(
      String name,
      String node,
      Service<Q, A> service,
      Function<Q, A> answer,
      Consumer<Ros1ServiceServer<?, ?>> onClose) {
    this.name = name;
    this.node = node;
    this.service = service;
    this.answer = answer;
    this.onClose = onClose;
  }

  @Override
  public String name() {
    return name;
  }

  /** Answers calls until the client leaves. */
  void serve(Socket socket, Map<String, String> header) throws IOException {
    String md5 = header.getOrDefault("md5sum", "");
    if (!md5.equals("*") && !md5.equals(service.md5())) {
      throw new TcpServer.Refusal(
          "service %s is of type %s with md5sum %s; the client asked for md5sum %s"
              .formatted(name, service.name(), service.md5(), md5.isEmpty() ? "(none)" : md5));
    }
    OutputStream out = socket.getOutputStream();
    ConnectionHeader.write(out, header());
    if (header.getOrDefault("probe", "0").equals("1")) {
      return;
    }
    FrameReader frames = new FrameReader(socket.getInputStream());
    boolean again = true;
    while (again) {
      int length = frames.read();
      out.write(respond(frames.buffer(), length));
      again = header.getOrDefault("persistent", "0").equals("1");
    }
  }

  private Map<String, String> header() {
    Map<String, String> header = new LinkedHashMap<>();
    header.put("callerid", node);
    header.put("type", service.name());
    header.put("md5sum", service.md5());
    header.put("request_type", service.request().name());
    header.put("response_type", service.response().name());
    return header;
  }

  // one byte that says whether it worked, a length, and the response or the reason
  private byte[] respond(byte[] bytes, int length) {
    PackedOutput out = new PackedOutput();
    try {
      A response = answer.apply(service.request().read(new PackedInput().of(bytes, 0, length)));
      out.int8((byte) 1);
      out.int32(0);
      response.write(out);
    } catch (RuntimeException failure) {
      out.clear();
      out.int8((byte) 0);
      out.int32(0);
      out.bytes(String.valueOf(failure.getMessage()).getBytes(StandardCharsets.UTF_8));
    }
    out.patch(1, out.size() - 5);
    return out.toBytes();
  }

  @Override
  public void close() {
    onClose.accept(this);
  }
}
