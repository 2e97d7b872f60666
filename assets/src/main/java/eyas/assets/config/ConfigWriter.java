package eyas.assets.config;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** Writes configurations and records as YAML or JSON; reading the text back gives the same. */
public final class ConfigWriter {
  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
          .disable(YAMLWriteFeature.SPLIT_LINES)
          .build();
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private ConfigWriter() {}

  /** The resolved tree as YAML. */
  public static String yaml(Config config) {
    return YAML.writeValueAsString(config.root().plain());
  }

  /** A record as YAML with hyphenated keys; empty optionals are left out. */
  public static String yaml(Record value) {
    return YAML.writeValueAsString(plain(value));
  }

  /** A record as JSON in one line with hyphenated keys; empty optionals are left out. */
  public static String json(Record value) {
    return JSON.writeValueAsString(plain(value));
  }

  /** A record as indented JSON with hyphenated keys; empty optionals are left out. */
  public static String prettyJson(Record value) {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(plain(value)) + "\n";
  }

  /**
   * A record as override texts {@code key=value}, one for each component that is there: laid over
   * any configuration of the record's type they give this record.
   */
  public static List<String> overrides(Record value) {
    return components(value).entrySet().stream()
        .map(entry -> entry.getKey() + "=" + JSON.writeValueAsString(entry.getValue()))
        .toList();
  }

  /** Records, lists, maps, optionals and enums as plain maps, lists, text and numbers. */
  public static Object plain(Object value) {
    if (value instanceof Record record) {
      return components(record);
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> result = new LinkedHashMap<>();
      map.forEach((key, entry) -> result.put(String.valueOf(key), plain(entry)));
      return result;
    }
    if (value instanceof List<?> list) {
      List<Object> result = new ArrayList<>();
      list.forEach(item -> result.add(plain(item)));
      return result;
    }
    return value instanceof Enum<?> constant ? ScalarBinder.name(constant) : value;
  }

  /** Plain data as a node whose origin is the given words. */
  static ConfigNode toNode(Object value, String origin) {
    Object plain = plain(value);
    if (plain instanceof Map<?, ?> map) {
      Map<String, ConfigNode> entries = new LinkedHashMap<>();
      map.forEach((key, entry) -> entries.put(String.valueOf(key), toNode(entry, origin)));
      return new ConfigNode.Mapping(entries, origin);
    }
    if (plain instanceof List<?> list) {
      return new ConfigNode.Sequence(
          list.stream().map(item -> toNode(item, origin)).toList(), origin);
    }
    Object scalar = plain instanceof Integer number ? (Object) number.longValue() : plain;
    scalar = scalar instanceof Float number ? (Object) Double.valueOf(number.toString()) : scalar;
    return new ConfigNode.Scalar(scalar, String.valueOf(plain), origin);
  }

  private static Map<String, Object> components(Record record) {
    Map<String, Object> result = new LinkedHashMap<>();
    RecordParts parts = RecordParts.of(record.getClass());
    for (int i = 0; i < parts.keys().size(); i++) {
      String key = parts.keys().get(i);
      present(read(record, parts.accessors().get(i)))
          .ifPresent(value -> result.put(key, plain(value)));
    }
    return result;
  }

  private static Optional<Object> present(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.map(Object.class::cast);
    }
    if (value instanceof OptionalDouble optional) {
      return optional.isPresent() ? Optional.of(optional.getAsDouble()) : Optional.empty();
    }
    return Optional.of(value);
  }

  private static Object read(Record record, Method accessor) {
    try {
      return accessor.invoke(record);
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException(record.getClass() + " cannot be read.", failure);
    }
  }
}
