package eyas.bridge.local;

import eyas.bridge.link.LinkException;
import eyas.bridge.link.NodeConfiguration;
import eyas.bridge.local.NodeArguments.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of one node by the rules of ROS 2 (design.ros2.org, "Topic and Service name mapping"). */
public final class NodeNames {
  // words of letters, digits and single underscores; none begins with a digit
  private static final Pattern VALID = Pattern.compile("(/|~/?)?((?!\\d)\\w+/)*(?!\\d)\\w+|~");
  private static final Set<String> OWN_NAME = Set.of("__node", "__name");

  private final String name;
  private final String namespace;
  private final Map<String, String> remappings = new LinkedHashMap<>();

  /**
   * Reads the names of a node.
   *
   * @param configuration default name and environment
   * @param arguments its command line
   * @throws LinkException if a name is not one of ROS 2
   */
  public NodeNames(NodeConfiguration configuration, NodeArguments arguments) {
    String given = configuration.name();
    this.name = last(arguments.remappings(), OWN_NAME, given, given);
    String space =
        last(
            arguments.remappings(),
            Set.of("__ns"),
            name,
            configuration.environment().getOrDefault("ROS_NAMESPACE", "/"));
    this.namespace = space.isEmpty() || space.equals("/") ? "" : checked(slashed(space));
    checked(node());
    for (Rule rule : arguments.remappings()) {
      String from = forThisNode(rule.from(), name);
      if (!from.isEmpty() && !from.startsWith("__")) {
        remappings.putIfAbsent(expand(from), expand(rule.to()));
      }
    }
  }

  private static String last(List<Rule> rules, Set<String> froms, String node, String otherwise) {
    String found = otherwise;
    for (Rule rule : rules) {
      if (froms.contains(forThisNode(rule.from(), node))) {
        found = rule.to();
      }
    }
    return found;
  }

  /** The left side of a rule without the name of its node; empty if it is for another node. */
  static String forThisNode(String from, String node) {
    int colon = from.indexOf(':');
    if (colon < 0) {
      return from;
    }
    return from.substring(0, colon).equals(node) ? from.substring(colon + 1) : "";
  }

  private static String slashed(String text) {
    return text.startsWith("/") ? text : "/" + text;
  }

  /** The node's full name. */
  public String node() {
    return namespace + "/" + name;
  }

  /** The node's name without its namespace. */
  public String simpleName() {
    return name;
  }

  /**
   * The full name, remapped.
   *
   * @param topic as written in code: relative, with / or with ~ at the beginning
   */
  public String resolve(String topic) {
    String full = expand(topic);
    return remappings.getOrDefault(full, full);
  }

  /** The full name, not remapped. */
  private String expand(String text) {
    String plain = text.replace("{node}", name).replace("{ns}", namespace);
    checked(plain);
    if (plain.startsWith("~")) {
      String rest = plain.substring(1);
      return rest.isEmpty() ? node() : node() + slashed(rest);
    }
    return plain.startsWith("/") ? plain : namespace + "/" + plain;
  }

  private static String checked(String text) {
    if (!VALID.matcher(text).matches() || text.contains("__")) {
      throw new LinkException(
          "'%s' is not a ROS 2 name; words of letters, digits and single underscores are allowed, which do not begin with a digit, between slashes, with / or ~ at the beginning."
              .formatted(text));
    }
    return text;
  }
}
