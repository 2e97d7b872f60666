package eyas.assets.robot;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML into elements; document types and entities are refused, so nothing else is opened. */
final class XmlReader {
  private static final int DEEPEST = 32;
  private static final int MOST = 100_000;

  private final String source;
  private final Deque<XmlElement> open = new ArrayDeque<>();
  private int count;

  private XmlReader(String source) {
    this.source = source;
  }

  /** Returns the top element of a text. */
  static XmlElement read(String text, String source) {
    return new XmlReader(source).read(text);
  }

  private XmlElement read(String text) {
    try {
      XMLStreamReader stream = factory().createXMLStreamReader(new StringReader(text));
      XmlElement root = elements(stream);
      stream.close();
      return root;
    } catch (XMLStreamException broken) {
      int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNumber();
      throw new IllegalRobotException(
          "%s:%d: this is not well-formed XML: %s. Correct the file; document types and entities"
                  .formatted(source, line, firstLine(broken))
              + " are not allowed in it.",
          broken);
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    return factory;
  }

  private static String firstLine(XMLStreamException broken) {
    String message = String.valueOf(broken.getMessage());
    String last = message.lines().reduce((first, second) -> second).orElse(message);
    return XmlElement.quoted(last.replace("Message: ", "")).replaceAll("\\.$", "");
  }

  private XmlElement elements(XMLStreamReader stream) throws XMLStreamException {
    XmlElement root = null;
    while (stream.hasNext()) {
      int event = stream.next();
      if (event == XMLStreamConstants.DTD) {
        throw refused(stream, "A document type (<!DOCTYPE>) is not allowed. Remove it.");
      } else if (event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw refused(stream, "An entity (&…;) is not allowed. Write out what it stands for.");
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        XmlElement element = started(stream);
        root = root == null ? element : root;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        open.pop();
      }
    }
    return root;
  }

  private XmlElement started(XMLStreamReader stream) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < stream.getAttributeCount(); i++) {
      attributes.put(stream.getAttributeLocalName(i), stream.getAttributeValue(i));
    }
    List<XmlElement> children = new ArrayList<>();
    int line = stream.getLocation().getLineNumber();
    var element = new XmlElement(source, line, stream.getLocalName(), attributes, children);
    if (open.size() == DEEPEST || ++count > MOST) {
      throw element.refused(
          "elements may lie %d deep, and there may be %d of them.".formatted(DEEPEST, MOST));
    }
    if (!open.isEmpty()) {
      open.peek().children().add(element);
    }
    open.push(element);
    return element;
  }

  private IllegalRobotException refused(XMLStreamReader stream, String sentence) {
    return new IllegalRobotException(
        "%s:%d: %s".formatted(source, stream.getLocation().getLineNumber(), sentence));
  }
}
