package eyas.bridge.ros1;

import eyas.bridge.link.LinkException;
import eyas.bridge.link.NodeConfiguration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names of one node: its own, its namespace, and remappings (wiki.ros.org/Names, /Remapping
 * Arguments).
 */
final class NodeNames {
  private static final Pattern VALID = Pattern.compile("[~/]?[A-Za-z0-9_/]*");

  private final String namespace;
  private final String node;
  private final Map<String, String> special = new LinkedHashMap<>();
  private final Map<String, String> parameters = new LinkedHashMap<>();
  private final Map<String, String> remappings = new LinkedHashMap<>();

  NodeNames(NodeConfiguration configuration) {
    Map<String, String> plain = new LinkedHashMap<>();
    for (String argument : configuration.arguments()) {
      int sign = argument.indexOf(":=");
      if (sign > 0) {
        sort(argument.substring(0, sign), argument.substring(sign + 2), plain);
      }
    }
    String space =
        special.getOrDefault(
            "__ns", configuration.environment().getOrDefault("ROS_NAMESPACE", "/"));
    this.namespace = global(space.isEmpty() ? "/" : space);
    this.node = join(namespace, special.getOrDefault("__name", configuration.name()));
    plain.forEach((from, to) -> remappings.put(expand(from), expand(to)));
  }

  private void sort(String from, String to, Map<String, String> plain) {
    if (from.startsWith("__")) {
      special.put(from, to);
    } else if (from.startsWith("_")) {
      parameters.put(from.substring(1), to);
    } else {
      plain.put(from, to);
    }
  }

  private static String global(String name) {
    String slashed = name.startsWith("/") ? name : "/" + name;
    return slashed.length() > 1 && slashed.endsWith("/")
        ? slashed.substring(0, slashed.length() - 1)
        : slashed;
  }

  private static String join(String namespace, String name) {
    return name.startsWith("/")
        ? name
        : namespace.equals("/") ? "/" + name : namespace + "/" + name;
  }

  /** The node's full name. */
  String node() {
    return node;
  }

  /** A special argument such as {@code __log}, if it was given. */
  Optional<String> special(String name) {
    return Optional.ofNullable(special.get(name));
  }

  /** Private parameters from the command line, by name without the underscore. */
  Map<String, String> parameters() {
    return parameters;
  }

  /** The full name of what is called {@code name} in code. */
  String resolve(String name) {
    String full = expand(name);
    return remappings.getOrDefault(full, full);
  }

  private String expand(String name) {
    if (!VALID.matcher(name).matches()) {
      throw new LinkException(
          "'%s' is not a ROS name; letters, digits, _ and / are allowed, with / or ~ at the beginning."
              .formatted(name));
    }
    if (name.startsWith("~")) {
      String rest = name.substring(1);
      return node + (rest.startsWith("/") || rest.isEmpty() ? rest : "/" + rest);
    }
    return global(join(namespace, name));
  }
}
