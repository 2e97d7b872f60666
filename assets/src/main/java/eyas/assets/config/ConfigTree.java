package eyas.assets.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts one configuration over another and sets single keys; package-private algebra on nodes. */
final class ConfigTree {
  private static final String SET = "--set ";
  private static final String CHANGED = ", changed by ";

  private ConfigTree() {}

  /** Mappings merge key by key; everything else is replaced. */
  static ConfigNode merge(ConfigNode base, ConfigNode over) {
    if (!(base instanceof ConfigNode.Mapping below)
        || !(over instanceof ConfigNode.Mapping above)) {
      return over;
    }
    Map<String, ConfigNode> merged = new LinkedHashMap<>(below.entries());
    above.entries().forEach((key, node) -> merged.merge(key, node, ConfigTree::merge));
    return new ConfigNode.Mapping(merged, origin(below.origin(), above.origin()));
  }

  // what is wrong with a section as a whole may be the fault of the override that changed it last
  private static String origin(String below, String above) {
    int earlier = below.indexOf(CHANGED);
    String written = earlier < 0 ? below : below.substring(0, earlier);
    return above.startsWith(SET) && !below.startsWith(SET) ? written + CHANGED + above : below;
  }

  /** The mapping without one key. */
  static ConfigNode.Mapping without(ConfigNode.Mapping mapping, String key) {
    Map<String, ConfigNode> rest = new LinkedHashMap<>(mapping.entries());
    rest.remove(key);
    return new ConfigNode.Mapping(rest, mapping.origin());
  }

  /** A tree with the single dotted key {@code a.b.c} set, to be merged over another. */
  static ConfigNode nested(String dotted, ConfigNode value) {
    List<String> keys = new ArrayList<>(List.of(dotted.split("\\.", -1)));
    ConfigNode node = value;
    for (int i = keys.size() - 1; i >= 0; i--) {
      node = new ConfigNode.Mapping(Map.of(keys.get(i), node), value.origin());
    }
    return node;
  }

  /** Reads {@code a.b=c}; the value is YAML, so lists and numbers are written as in a file. */
  static ConfigNode override(String text) {
    String origin = SET + text;
    int equals = text.indexOf('=');
    if (equals <= 0 || !text.substring(0, equals).matches("[^.=\\s]+(\\.[^.=\\s]+)*")) {
      throw new ConfigException(
          "`"
              + origin
              + "` is not an override. Write --set key.key=value, such as --set train.seed=3.");
    }
    String written = text.substring(equals + 1);
    ConfigNode value =
        written.isBlank() ? new ConfigNode.Empty(origin) : ConfigParser.yaml(written, origin);
    return nested(text.substring(0, equals), relabel(value, origin));
  }

  private static ConfigNode relabel(ConfigNode node, String origin) {
    if (node instanceof ConfigNode.Mapping mapping) {
      Map<String, ConfigNode> entries = new LinkedHashMap<>();
      mapping.entries().forEach((key, entry) -> entries.put(key, relabel(entry, origin)));
      return new ConfigNode.Mapping(entries, origin);
    }
    if (node instanceof ConfigNode.Sequence sequence) {
      return new ConfigNode.Sequence(
          sequence.items().stream().map(item -> relabel(item, origin)).toList(), origin);
    }
    if (node instanceof ConfigNode.Scalar scalar) {
      return new ConfigNode.Scalar(scalar.value(), scalar.text(), origin);
    }
    return new ConfigNode.Empty(origin);
  }
}
