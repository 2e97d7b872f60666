package eyas.assets.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of a configuration together with the place it came from. */
public sealed interface ConfigNode {
  /** Where the value was written, such as {@code quadrotor.yaml:3:5} or {@code --set a.b=c}. */
  String origin();

  /** The value as plain Java: maps (without empty keys), lists, text, long, double, boolean. */
  Object plain();

  /** The value in a few words, for messages. */
  String describe();

  /** Keys and their values, in the order of the file. */
  record Mapping(Map<String, ConfigNode> entries, String origin) implements ConfigNode {
    /** Keeps an immutable copy. */
    public Mapping {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    @Override
    public Object plain() {
      Map<String, Object> result = new LinkedHashMap<>();
      entries.forEach(
          (key, node) -> {
            if (!(node instanceof Empty)) {
              result.put(key, node.plain());
            }
          });
      return Collections.unmodifiableMap(result);
    }

    @Override
    public String describe() {
      return "a mapping with " + entries.size() + " keys";
    }
  }

  /** A list of values. */
  record Sequence(List<ConfigNode> items, String origin) implements ConfigNode {
    /** Keeps an immutable copy. */
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public Object plain() {
      List<Object> result = new ArrayList<>();
      items.forEach(item -> result.add(item.plain()));
      return Collections.unmodifiableList(result);
    }

    @Override
    public String describe() {
      return "a list of " + items.size();
    }
  }

  /** Text, a whole number (long), a number (double) or a truth value; {@code text} as written. */
  record Scalar(Object value, String text, String origin) implements ConfigNode {
    @Override
    public Object plain() {
      return value;
    }

    @Override
    public String describe() {
      String kind =
          value instanceof String ? "text" : value instanceof Boolean ? "truth value" : "number";
      return "the " + kind + " `" + text + "`";
    }
  }

  /** A key without a value. */
  record Empty(String origin) implements ConfigNode {
    @Override
    public Object plain() {
      return "";
    }

    @Override
    public String describe() {
      return "nothing";
    }
  }
}
