package eyas.assets.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Turns nodes into records. A component {@code learningRate} is the key {@code learning-rate}.
 * Components may be records, lists, maps with text keys, numbers, truth values, text, enums
 * (written in lower-case with hyphens), {@code Object} (plain data) and optionals of these; only
 * optionals may be missing.
 */
final class RecordBinder {
  private RecordBinder() {}

  /** Binds a node to a record class; {@code path} is its dotted key. */
  static Object bind(ConfigNode node, Class<?> type, String path, String source) {
    if (!(node instanceof ConfigNode.Mapping mapping)) {
      throw ScalarBinder.wrong(node, path, "keys and values");
    }
    RecordParts parts = RecordParts.of(type);
    List<String> known = parts.keys();
    mapping.entries().forEach((key, entry) -> requireKnown(key, entry, path, known));
    Object[] values = new Object[known.size()];
    for (int i = 0; i < values.length; i++) {
      String key = known.get(i);
      values[i] = component(mapping, parts.types().get(i), join(path, key), key);
    }
    return construct(parts.constructor(), values, mapping, path.isEmpty() ? source : path);
  }

  /** Refuses a key that is not among the known ones. */
  static void requireKnown(String key, ConfigNode node, String path, Collection<String> known) {
    if (!known.contains(key)) {
      throw new ConfigException(
          node.origin()
              + ": unknown key `"
              + join(path, key)
              + "`. "
              + Suggestions.sentence(key, known));
    }
  }

  /** {@code learningRate} becomes {@code learning-rate}. */
  static String kebab(String name) {
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char letter = name.charAt(i);
      if (Character.isUpperCase(letter)) {
        result.append('-').append(Character.toLowerCase(letter));
      } else {
        result.append(letter);
      }
    }
    return result.toString();
  }

  private static Object component(ConfigNode.Mapping mapping, Type type, String path, String key) {
    ConfigNode node = mapping.entries().get(key);
    if (node != null) {
      return value(node, type, path);
    }
    if (type instanceof ParameterizedType generic && generic.getRawType() == Optional.class) {
      return Optional.empty();
    }
    if (type == OptionalDouble.class) {
      return OptionalDouble.empty();
    }
    throw new ConfigException(
        mapping.origin() + ": the required key `" + path + "` is missing. Add it.");
  }

  private static Object value(ConfigNode node, Type type, String path) {
    if (type instanceof ParameterizedType generic) {
      return container(node, generic, path);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord()) {
      return bind(node, plain, path, node.origin());
    }
    if (plain == OptionalDouble.class) {
      boolean empty = node instanceof ConfigNode.Empty;
      return empty ? OptionalDouble.empty() : OptionalDouble.of(ScalarBinder.decimal(node, path));
    }
    return plain == Object.class ? node.plain() : ScalarBinder.bind(node, plain, path);
  }

  private static Object container(ConfigNode node, ParameterizedType type, String path) {
    Type[] arguments = type.getActualTypeArguments();
    if (type.getRawType() == Optional.class) {
      boolean empty = node instanceof ConfigNode.Empty;
      return empty ? Optional.empty() : Optional.of(value(node, arguments[0], path));
    }
    return type.getRawType() == List.class
        ? list(node, arguments[0], path)
        : map(node, arguments[1], path);
  }

  private static List<Object> list(ConfigNode node, Type element, String path) {
    if (!(node instanceof ConfigNode.Sequence sequence)) {
      throw ScalarBinder.wrong(node, path, "a list such as [1, 2]");
    }
    Object[] values = new Object[sequence.items().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(sequence.items().get(i), element, path + "[" + i + "]");
    }
    return List.of(values);
  }

  private static Map<String, Object> map(ConfigNode node, Type element, String path) {
    if (!(node instanceof ConfigNode.Mapping mapping)) {
      throw ScalarBinder.wrong(node, path, "keys and values");
    }
    Map<String, Object> values = new LinkedHashMap<>();
    mapping
        .entries()
        .forEach((key, entry) -> values.put(key, value(entry, element, join(path, key))));
    return java.util.Collections.unmodifiableMap(values);
  }

  private static Object construct(
      Constructor<?> constructor, Object[] values, ConfigNode node, String path) {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException refused) {
      throw new ConfigException(
          node.origin() + ": `" + path + "` is refused: " + refused.getCause().getMessage(),
          refused.getCause());
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException(constructor + " cannot be called.", failure);
    }
  }

  private static String join(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
