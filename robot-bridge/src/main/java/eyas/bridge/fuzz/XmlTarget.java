package eyas.bridge.fuzz;

import eyas.bridge.ros1.xmlrpc.XmlRpcException;
import eyas.bridge.ros1.xmlrpc.XmlRpcReader;
import eyas.bridge.ros1.xmlrpc.XmlRpcWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** XML-RPC texts: calls or responses. */
record XmlTarget(String name, List<byte[]> samples, Consumer<byte[]> reader) implements FuzzTarget {
  private static final List<String> WORDS =
      List.of(
          "<value>",
          "</value>",
          "<array><data>",
          "</data></array>",
          "<struct><member><name>a</name>",
          "<int>99999999999</int>",
          "<double>1e999</double>",
          "<boolean>2</boolean>",
          "<base64>%%%</base64>",
          "<dateTime.iso8601>20259999T99:99:99</dateTime.iso8601>",
          "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
          "&x;",
          "&#0;",
          "<![CDATA[",
          "]]>",
          "<!--",
          "<?x",
          "\u0000",
          "\ufffe",
          "<nil/>");

  /** Calls as a node gets them. */
  static XmlTarget calls() {
    return new XmlTarget("xml-rpc calls", CALLS, XmlRpcReader::call);
  }

  /** Responses as a master gives them. */
  static XmlTarget responses() {
    return new XmlTarget("xml-rpc responses", RESPONSES, XmlRpcReader::response);
  }

  private static final List<byte[]> CALLS =
      List.of(
          XmlRpcWriter.call("getPid", List.of("/rosnode")),
          XmlRpcWriter.call("publisherUpdate", List.of("/master", "/x", List.of("http://h:1/"))),
          XmlRpcWriter.call("requestTopic", List.of("/a", "/x", List.of(List.of("TCPROS")))),
          XmlRpcWriter.call(
              "paramUpdate",
              List.of("/master", "/p", Map.of("a", 1, "b", List.of(2.5, true), "c", "text"))),
          XmlRpcWriter.call("x", List.of(new byte[] {1, 2, 3}, Instant.EPOCH, List.of(), -7)),
          hostile("<!DOCTYPE m [<!ENTITY x \"ha\"><!ENTITY y \"&x;&x;\">]>", "&y;"),
          nested(200),
          nested(20_000));

  private static final List<byte[]> RESPONSES =
      List.of(
          XmlRpcWriter.response(List.of(1, "", 4711)),
          XmlRpcWriter.response(List.of(1, "ready", List.of("TCPROS", "127.0.0.1", 40_000))),
          XmlRpcWriter.response(List.of(1, "", Map.of("gains", List.of(1.5, 2.5), "on", true))),
          XmlRpcWriter.fault(1, "no such method"));

  private static byte[] hostile(String type, String value) {
    return ("<?xml version=\"1.0\"?>"
            + type
            + "<methodCall><methodName>a</methodName><params><param><value>"
            + value
            + "</value></param></params></methodCall>")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] nested(int depth) {
    return hostile("", "<array><data><value>".repeat(depth));
  }

  @Override
  public byte[] damaged(SplittableRandom random) {
    // the deepest text is long: it is tried now and then
    int kinds = random.nextInt(500) == 0 ? samples.size() : Math.min(samples.size(), 7);
    return new Damage(random, WORDS).of(samples.get(random.nextInt(kinds)));
  }

  @Override
  public void read(byte[] input, SplittableRandom random) {
    reader.accept(input);
  }

  @Override
  public Class<? extends Exception> refusal() {
    return XmlRpcException.class;
  }
}
