package eyas.bridge.ros1.xmlrpc;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads calls and responses. Document types and entities are refused, nesting deeper than {@link
 * #DEEPEST} as well, so that a hostile text costs no more than its own length.
 */
public final class XmlRpcReader {
  /** Greatest depth of arrays and structures. */
  public static final int DEEPEST = 64;

  private static final XMLInputFactory FACTORY = factory();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("[yyyyMMdd][yyyy-MM-dd]'T'HH:mm:ss");

  private final XMLStreamReader xml;

  private XmlRpcReader(byte[] text) throws XMLStreamException {
    this.xml = FACTORY.createXMLStreamReader(new StringReader(characters(text)));
  }

  // the parser would print about a byte that is not UTF-8 on the console
  private static String characters(byte[] text) throws XMLStreamException {
    try {
      String all = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString();
      // not even looked at: the parser trips over malformed ones
      if (all.contains("<!DOCTYPE")) {
        throw new XMLStreamException("document types and entities are not allowed");
      }
      return all.startsWith("\ufeff") ? all.substring(1) : all;
    } catch (CharacterCodingException malformed) {
      throw new XMLStreamException("its bytes are not UTF-8", malformed);
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  /** A part of a document. */
  private interface Part<T> {
    T read(XmlRpcReader reader) throws XMLStreamException;
  }

  private static <T> T read(byte[] text, Part<T> part) {
    try {
      XmlRpcReader reader = new XmlRpcReader(text);
      try {
        return part.read(reader);
      } finally {
        reader.xml.close();
      }
    } catch (XmlRpcException fault) {
      throw fault;
    } catch (XMLStreamException | RuntimeException failure) {
      throw new XmlRpcException(
          "A text of %d bytes is not XML-RPC: %s".formatted(text.length, failure.getMessage()),
          failure);
    }
  }

  /** Reads a call. */
  public static XmlRpcCall call(byte[] text) {
    return read(text, XmlRpcReader::readCall);
  }

  /** Reads the value of a response; a fault is thrown as an exception. */
  public static Object response(byte[] text) {
    return read(text, XmlRpcReader::readResponse);
  }

  private XmlRpcCall readCall() throws XMLStreamException {
    open("methodCall");
    open("methodName");
    String method = xml.getElementText().trim();
    List<Object> arguments = new ArrayList<>();
    if (next() && xml.getLocalName().equals("params")) {
      while (next()) {
        require("param");
        open("value");
        arguments.add(value(0));
        close();
      }
    }
    return new XmlRpcCall(method, arguments);
  }

  private Object readResponse() throws XMLStreamException {
    open("methodResponse");
    if (!next()) {
      throw new XMLStreamException("a response has neither params nor a fault");
    }
    if (xml.getLocalName().equals("fault")) {
      open("value");
      throw new XmlRpcException("The other side answered with the fault " + value(0) + ".");
    }
    require("params");
    open("param");
    open("value");
    return value(0);
  }

  /** Moves to the next element; false at the end of the one around it. */
  private boolean next() throws XMLStreamException {
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
      if (event == XMLStreamConstants.END_ELEMENT) {
        return false;
      }
      if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw new XMLStreamException("document types and entities are not allowed");
      }
    }
    return false;
  }

  private void open(String name) throws XMLStreamException {
    if (!next()) {
      throw new XMLStreamException("<" + name + "> is missing");
    }
    require(name);
  }

  private void require(String name) throws XMLStreamException {
    if (!xml.isStartElement() || !xml.getLocalName().equals(name)) {
      throw new XMLStreamException("<" + name + "> was expected, not <" + xml.getLocalName() + ">");
    }
  }

  private void close() throws XMLStreamException {
    if (next()) {
      throw new XMLStreamException("<" + xml.getLocalName() + "> is one element too many");
    }
  }

  /** Reads what stands in the open element value, and closes it. */
  private Object value(int depth) throws XMLStreamException {
    if (depth > DEEPEST) {
      throw new XMLStreamException("values are nested deeper than " + DEEPEST);
    }
    StringBuilder untyped = new StringBuilder();
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        Object value = typed(depth);
        close();
        return value;
      }
      if (event == XMLStreamConstants.END_ELEMENT) {
        return untyped.toString();
      }
      if (event == XMLStreamConstants.CHARACTERS
          || event == XMLStreamConstants.CDATA
          || event == XMLStreamConstants.SPACE) {
        untyped.append(xml.getText());
      } else if (event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw new XMLStreamException("entities are not allowed");
      }
    }
  }

  private Object typed(int depth) throws XMLStreamException {
    String type = xml.getLocalName();
    return switch (type) {
      case "array" -> array(depth);
      case "struct" -> structure(depth);
      case "nil" -> {
        close();
        yield "";
      }
      default -> scalar(type, xml.getElementText());
    };
  }

  private static Object scalar(String type, String text) throws XMLStreamException {
    return switch (type) {
      case "string" -> text;
      case "int", "i4" -> Integer.valueOf(text.trim());
      case "double" -> Double.valueOf(text.trim());
      case "boolean" -> flag(text.trim());
      case "base64" -> Base64.getMimeDecoder().decode(text.trim());
      case "dateTime.iso8601" -> time(text.trim());
      default -> throw new XMLStreamException("<" + type + "> is not a type of XML-RPC");
    };
  }

  private static Boolean flag(String text) throws XMLStreamException {
    return switch (text) {
      case "1" -> true;
      case "0" -> false;
      default -> throw new XMLStreamException("a boolean is 0 or 1");
    };
  }

  private static Instant time(String text) {
    return LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
  }

  private List<Object> array(int depth) throws XMLStreamException {
    List<Object> values = new ArrayList<>();
    open("data");
    while (next()) {
      require("value");
      values.add(value(depth + 1));
    }
    close();
    return values;
  }

  private Map<String, Object> structure(int depth) throws XMLStreamException {
    Map<String, Object> members = new LinkedHashMap<>();
    while (next()) {
      require("member");
      open("name");
      String name = xml.getElementText();
      open("value");
      members.put(name, value(depth + 1));
      close();
    }
    return members;
  }
}
