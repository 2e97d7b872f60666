package eyas.bridge.ros1.xmlrpc;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Writes calls and responses. */
public final class XmlRpcWriter {
  private static final String BEGIN = "<?xml version=\"1.0\"?>\n";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

  private final StringBuilder out = new StringBuilder(BEGIN);

  private XmlRpcWriter() {}

  /** The bytes of a call. */
  public static byte[] call(String method, List<?> arguments) {
    XmlRpcWriter writer = new XmlRpcWriter();
    writer.out.append("<methodCall><methodName>");
    writer.text(method);
    writer.out.append("</methodName><params>");
    for (Object argument : arguments) {
      writer.parameter(argument);
    }
    writer.out.append("</params></methodCall>\n");
    return writer.bytes();
  }

  /** The bytes of a response. */
  public static byte[] response(Object value) {
    XmlRpcWriter writer = new XmlRpcWriter();
    writer.out.append("<methodResponse><params>");
    writer.parameter(value);
    writer.out.append("</params></methodResponse>\n");
    return writer.bytes();
  }

  /** The bytes of a fault. */
  public static byte[] fault(int code, String reason) {
    XmlRpcWriter writer = new XmlRpcWriter();
    writer.out.append("<methodResponse><fault>");
    writer.value(Map.of("faultCode", code, "faultString", reason));
    writer.out.append("</fault></methodResponse>\n");
    return writer.bytes();
  }

  private byte[] bytes() {
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void parameter(Object value) {
    out.append("<param>");
    value(value);
    out.append("</param>");
  }

  private void value(Object value) {
    out.append("<value>");
    if (value instanceof List<?> list) {
      out.append("<array><data>");
      list.forEach(this::value);
      out.append("</data></array>");
    } else if (value instanceof Map<?, ?> map) {
      out.append("<struct>");
      map.forEach(this::member);
      out.append("</struct>");
    } else {
      scalar(value);
    }
    out.append("</value>");
  }

  private void member(Object name, Object value) {
    out.append("<member><name>");
    text(name.toString());
    out.append("</name>");
    value(value);
    out.append("</member>");
  }

  private void scalar(Object value) {
    if (value instanceof Boolean flag) {
      element("boolean", flag ? "1" : "0");
    } else if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      element("i4", value.toString());
    } else if (value instanceof Long whole) {
      element("i4", Integer.toString(Math.toIntExact(whole)));
    } else if (value instanceof Number number) {
      element("double", Double.toString(number.doubleValue()));
    } else if (value instanceof byte[] bytes) {
      element("base64", Base64.getEncoder().encodeToString(bytes));
    } else if (value instanceof Instant instant) {
      element("dateTime.iso8601", TIME.format(instant));
    } else {
      element("string", value.toString());
    }
  }

  private void element(String name, String content) {
    out.append('<').append(name).append('>');
    text(content);
    out.append("</").append(name).append('>');
  }

  private void text(String content) {
    for (int i = 0; i < content.length(); i++) {
      char letter = content.charAt(i);
      switch (letter) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '\r' -> out.append("&#13;");
        default -> out.append(allowed(letter) ? letter : '?');
      }
    }
  }

  // XML 1.0 has no other control characters
  private static boolean allowed(char letter) {
    return letter >= ' ' || letter == '\n' || letter == '\t';
  }
}
