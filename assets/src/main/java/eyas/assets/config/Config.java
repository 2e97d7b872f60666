package eyas.assets.config;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A configuration as read: a tree of keys whose values know where they were written.
 *
 * @param root the top-level mapping
 * @param source name of the file or resource, for messages
 */
public record Config(ConfigNode.Mapping root, String source) {
  /** Top-level key that holds partial overrides by profile name. */
  public static final String PROFILES = "profiles";

  private static final String DEFAULT = "default";

  /** Names of the profiles that the file offers. */
  public List<String> profiles() {
    return root.entries().get(PROFILES) instanceof ConfigNode.Mapping profiles
        ? List.copyOf(profiles.entries().keySet())
        : List.of();
  }

  /**
   * Applies a profile and then {@code --set} overrides, in that order.
   *
   * @param profile a name from {@link #profiles()}; {@code default} may be missing there
   * @param overrides texts like {@code train.seed=3}
   */
  public Config resolve(String profile, List<String> overrides) {
    ConfigNode result = ConfigTree.without(root, PROFILES);
    if (profiles().contains(profile)) {
      result = ConfigTree.merge(result, at(PROFILES).orElseThrow().get(profile));
    } else if (!profile.equals(DEFAULT)) {
      throw new ConfigException(
          source
              + " has no profile `"
              + profile
              + "`. "
              + Suggestions.sentence(profile, withDefault(profiles())));
    }
    for (String override : overrides) {
      result = ConfigTree.merge(result, ConfigTree.override(override));
    }
    return of(result, source);
  }

  // a file need not name the profile that changes nothing
  private static List<String> withDefault(List<String> named) {
    return Stream.concat(Stream.of(DEFAULT), named.stream()).distinct().toList();
  }

  /** Sets one dotted key, such as {@code train.seed}, to a plain value. */
  public Config with(String dottedKey, Object value) {
    ConfigNode node = ConfigWriter.toNode(value, "set by the program");
    return of(ConfigTree.merge(root, ConfigTree.nested(dottedKey, node)), source);
  }

  /** Puts another configuration at one dotted key; its values keep where they were written. */
  public Config with(String dottedKey, Config other) {
    return of(ConfigTree.merge(root, ConfigTree.nested(dottedKey, other.root)), source);
  }

  /** Binds the whole tree to a record; unknown, missing and mistyped keys are refused. */
  public <T extends Record> T bind(Class<T> type) {
    return type.cast(RecordBinder.bind(root, type, "", source));
  }

  /** Binds the mapping at a dotted key to a record. */
  public <T extends Record> T bind(String dottedKey, Class<T> type) {
    ConfigNode node =
        find(dottedKey)
            .orElseThrow(
                () ->
                    new ConfigException(
                        source + ": the required key `" + dottedKey + "` is missing."));
    return type.cast(RecordBinder.bind(node, type, dottedKey, source));
  }

  /** The value at a dotted key, if it is there. */
  public Optional<ConfigNode> find(String dottedKey) {
    ConfigNode node = root;
    for (String key : dottedKey.split("\\.", -1)) {
      if (!(node instanceof ConfigNode.Mapping mapping) || !mapping.entries().containsKey(key)) {
        return Optional.empty();
      }
      node = mapping.entries().get(key);
    }
    return Optional.of(node);
  }

  /** Refuses top-level keys outside of a list, for files whose sections are bound one by one. */
  public void requireOnly(Collection<String> allowed) {
    root.entries().forEach((key, node) -> RecordBinder.requireKnown(key, node, "", allowed));
  }

  private Optional<Section> at(String key) {
    return root.entries().get(key) instanceof ConfigNode.Mapping mapping
        ? Optional.of(mapping.entries()::get)
        : Optional.empty();
  }

  private interface Section {
    ConfigNode get(String key);
  }

  static Config of(ConfigNode node, String source) {
    if (node instanceof ConfigNode.Mapping mapping) {
      return new Config(mapping, source);
    }
    throw new ConfigException(
        node.origin() + ": expected keys and values but found " + node.describe() + ".");
  }
}
