package eyas.bridge.generator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Definitions that refer to each other, with the checksums and full texts of ROS 1 (as genmsg
 * computes them).
 */
public final class DefinitionSet {
  private static final String RULER = "=".repeat(80);

  private final Map<String, Definition> messages = new TreeMap<>();
  private final Map<String, ServiceDefinition> services = new TreeMap<>();

  /** An empty set. */
  public DefinitionSet() {}

  /**
   * Reads all of {@code FOLDER/PACKAGE/msg/NAME.msg} and {@code FOLDER/PACKAGE/srv/NAME.srv}.
   *
   * @param folder such as {@code /usr/share}
   */
  public DefinitionSet addFolder(Path folder) {
    for (Path packageFolder : list(folder)) {
      list(packageFolder.resolve("msg")).forEach(this::addFile);
      list(packageFolder.resolve("srv")).forEach(this::addFile);
    }
    return this;
  }

  private static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void addFile(Path file) {
    String fileName = file.getFileName().toString();
    int dot = fileName.lastIndexOf('.');
    if (dot < 0) {
      return;
    }
    String name = file.getParent().getParent().getFileName() + "/" + fileName.substring(0, dot);
    try {
      if (fileName.endsWith(".msg")) {
        addMessage(name, Files.readString(file));
      } else if (fileName.endsWith(".srv")) {
        addService(name, Files.readString(file));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Adds the definition of a message. */
  public void addMessage(String name, String text) {
    messages.put(name, DefinitionParser.parse(name, text));
  }

  /** Adds the definition of a service: request and response around a line of three dashes. */
  public void addService(String name, String text) {
    String[] parts = ("\n" + text).split("\n---[ \t]*(?:\n|$)", -1);
    if (parts.length != 2) {
      throw new DefinitionException(
          "Service %s has %d parts; request and response stand around one line of '---'."
              .formatted(name, parts.length));
    }
    services.put(
        name,
        new ServiceDefinition(
            name,
            DefinitionParser.parse(name + "Request", parts[0].strip()),
            DefinitionParser.parse(name + "Response", parts[1].strip())));
  }

  /** All messages, by name. */
  public Collection<Definition> messages() {
    return messages.values();
  }

  /** All services, by name. */
  public Collection<ServiceDefinition> services() {
    return services.values();
  }

  /** Finds a message. */
  public Definition message(String name) {
    Definition definition = messages.get(name);
    if (definition == null) {
      throw new DefinitionException(
          "There is no definition of %s among %d messages; add its .msg file."
              .formatted(name, messages.size()));
    }
    return definition;
  }

  /** The checksum of a message. */
  public String md5(Definition definition) {
    return digest(checksumText(definition));
  }

  /** The checksum of a service: that of both texts in a row. */
  public String md5(ServiceDefinition service) {
    return digest(checksumText(service.request()) + checksumText(service.response()));
  }

  // constants first, then fields; a message type is replaced by its checksum
  private String checksumText(Definition definition) {
    StringBuilder text = new StringBuilder();
    for (Constant constant : definition.constants()) {
      text.append(constant.type()).append(' ').append(constant.name());
      text.append('=').append(constant.value()).append('\n');
    }
    for (Field field : definition.fields()) {
      FieldType type = field.type();
      text.append(type.primitive() ? type.text() : md5(message(type.base())));
      text.append(' ').append(field.name()).append('\n');
    }
    return text.toString().strip();
  }

  private static String digest(String text) {
    try {
      MessageDigest md5 = MessageDigest.getInstance("MD5");
      return HexFormat.of().formatHex(md5.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has MD5", impossible);
    }
  }

  /**
   * The text with those of all types in it, as connection headers and bags carry it: byte for byte
   * what genmsg writes.
   */
  public String fullText(Definition definition) {
    StringBuilder text = new StringBuilder(definition.text()).append('\n');
    for (String name : dependencies(definition, new LinkedHashSet<>())) {
      text.append(RULER).append("\nMSG: ").append(name).append('\n');
      text.append(message(name).text()).append('\n');
    }
    return text.substring(0, text.length() - 1);
  }

  private Set<String> dependencies(Definition definition, Set<String> found) {
    for (Field field : definition.fields()) {
      FieldType type = field.type();
      if (!type.primitive() && found.add(type.base())) {
        dependencies(message(type.base()), found);
      }
    }
    return found;
  }

  /** Smallest size of a message on any wire [bytes], at least 1. */
  public int leastSize(Definition definition) {
    int size = 0;
    for (Field field : definition.fields()) {
      // CDR leaves out the sequence number of headers
      boolean sequence = definition.name().equals("std_msgs/Header") && field.name().equals("seq");
      size += sequence ? 0 : leastSize(field.type());
    }
    return Math.max(1, size);
  }

  private int leastSize(FieldType type) {
    if (type.array() && !type.fixed()) {
      return 4;
    }
    int one =
        Primitive.of(type.base())
            .map(Primitive::size)
            .orElseGet(() -> leastSize(message(type.base())));
    return type.fixed() ? one * type.count() : one;
  }

  /** Smallest size of one element of a field [bytes]. */
  public int leastElement(FieldType type) {
    return leastSize(new FieldType(type.base(), FieldType.SINGLE));
  }
}
