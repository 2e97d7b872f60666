package eyas.bridge.local;

import eyas.bridge.link.LinkException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A file of parameters as {@code --params-file} of ROS 2 takes it: names of nodes, with {@code *}
 * for one word and {@code **} for any number of them, and below each {@code ros__parameters}.
 */
final class ParameterFile {
  private static final YAMLMapper YAML = YAMLMapper.builder().build();
  private static final String PARAMETERS = "ros__parameters";

  private ParameterFile() {}

  /** Parses one value, as YAML does. */
  static Object value(String text) {
    try {
      Object value = text.isBlank() ? "" : YAML.readValue(text, Object.class);
      return value == null ? text : value;
    } catch (JacksonException notYaml) {
      return text;
    }
  }

  /**
   * The parameters of one node; where two parts name it, the later wins.
   *
   * @param node full name
   * @throws LinkException if the file cannot be read or is not of this form
   */
  static Map<String, Object> read(Path file, String node) {
    if (!Files.isReadable(file)) {
      throw new LinkException(
          "There is no readable file of parameters at %s; correct --params-file."
              .formatted(file.toAbsolutePath()));
    }
    try {
      Map<String, Object> found = new LinkedHashMap<>();
      collect(file, "", map(file, "", YAML.readValue(file.toFile(), Object.class)), node, found);
      return found;
    } catch (JacksonException failure) {
      throw new LinkException(
          "%s is not YAML: %s".formatted(file, failure.getOriginalMessage()), failure);
    }
  }

  private static void collect(
      Path file, String above, Map<?, ?> entries, String node, Map<String, Object> found) {
    entries.forEach(
        (key, value) -> {
          if (key.equals(PARAMETERS)) {
            if (matches(above, node)) {
              map(file, above, value).forEach((name, own) -> found.put(name.toString(), own));
            }
          } else {
            String name = key.toString();
            String path = name.startsWith("/") ? above + name : above + "/" + name;
            collect(file, path, map(file, path, value), node, found);
          }
        });
  }

  private static Map<?, ?> map(Path file, String where, Object value) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw new LinkException(
        "%s has a value, not a map, at '%s'; it holds names of nodes, below each %s, and below that names and values."
            .formatted(file, where, PARAMETERS));
  }

  private static boolean matches(String pattern, String node) {
    StringBuilder regex = new StringBuilder();
    for (String word : pattern.substring(1).split("/", -1)) {
      regex.append(
          switch (word) {
            case "**" -> "(/[^/]+)*";
            case "*" -> "/[^/]+";
            default -> "/" + Pattern.quote(word);
          });
    }
    return Pattern.matches(regex.toString(), node);
  }
}
