package eyas.bridge.ros1.xmlrpc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import java.util.List;

/** Calls methods of one server. Safe for several threads. */
public final class XmlRpcClient {
  /** Longest response that is read [bytes]. */
  public static final int LONGEST = 16 << 20;

  private static final int CONNECT_MILLISECONDS = 2000;
  private static final int READ_MILLISECONDS = 5000;

  private final URL server;

  /**
   * Creates a client.
   *
   * @param server such as {@code http://127.0.0.1:11311}
   */
  public XmlRpcClient(URI server) {
    try {
      this.server = server.toURL();
    } catch (IOException | IllegalArgumentException failure) {
      throw new XmlRpcException(
          "'%s' is not the address of an XML-RPC server; it looks like http://host:port/."
              .formatted(server),
          failure);
    }
  }

  /**
   * Calls a method.
   *
   * @param method its name
   * @param arguments in order
   * @return the value of the response
   * @throws XmlRpcException if the server cannot be reached or answers with a fault
   */
  public Object call(String method, Object... arguments) {
    try {
      // a proxy between nodes of one robot is never meant
      HttpURLConnection connection = (HttpURLConnection) server.openConnection(Proxy.NO_PROXY);
      connection.setConnectTimeout(CONNECT_MILLISECONDS);
      connection.setReadTimeout(READ_MILLISECONDS);
      connection.setDoOutput(true);
      connection.setRequestProperty("Content-Type", "text/xml");
      byte[] call = XmlRpcWriter.call(method, List.of(arguments));
      connection.setFixedLengthStreamingMode(call.length);
      try (OutputStream out = connection.getOutputStream()) {
        out.write(call);
      }
      try (InputStream in = connection.getInputStream()) {
        return XmlRpcReader.response(limited(in));
      }
    } catch (IOException | ClassCastException failure) {
      throw new XmlRpcException(
          "%s could not be called at %s: %s".formatted(method, server, failure.getMessage()),
          failure);
    }
  }

  private static byte[] limited(InputStream in) throws IOException {
    byte[] text = in.readNBytes(LONGEST + 1);
    if (text.length > LONGEST) {
      throw new IOException("the response is longer than " + LONGEST + " bytes");
    }
    return text;
  }
}
