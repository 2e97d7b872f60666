package eyas.cli.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** JSON text from and to plain maps, lists, text and numbers. */
public final class Json {
  private static final ObjectMapper MAPPER = JsonMapper.builder().build();
  private static final TypeReference<LinkedHashMap<String, Object>> MAP = new TypeReference<>() {};

  private Json() {}

  /** Returns the value as one line. */
  public static String line(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /** Returns the value indented, with a line feed at the end. */
  public static String pretty(Object value) {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
  }

  /** Reads one JSON object; empty if the text is not a whole JSON object. */
  public static Optional<Map<String, Object>> object(String text) {
    try {
      return Optional.ofNullable(MAPPER.readValue(text, MAP));
    } catch (JacksonException torn) {
      return Optional.empty();
    }
  }

  /** Returns a nested object, or an empty map where there is none. */
  public static Map<String, Object> nested(Map<String, Object> parent, String key) {
    Map<String, Object> result = new LinkedHashMap<>();
    if (parent.get(key) instanceof Map<?, ?> map) {
      map.forEach((name, value) -> result.put(String.valueOf(name), value));
    }
    return result;
  }
}
