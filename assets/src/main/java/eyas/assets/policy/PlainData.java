package eyas.assets.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Deep immutable copies of free-form data, limited to what JSON gives back unchanged. */
final class PlainData {
  private PlainData() {}

  /** Copies maps, lists, text, finite numbers and truth values; anything else is refused. */
  static Map<String, Object> copyOf(Map<String, ?> data, String where) {
    // sorted, so that equal data gives equal bytes
    Map<String, Object> result = new TreeMap<>();
    data.forEach((key, value) -> result.put(key, copy(value, where + "." + key)));
    return Collections.unmodifiableMap(result);
  }

  private static Object copy(Object value, String where) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> entries = new LinkedHashMap<>();
      map.forEach((key, entry) -> entries.put(String.valueOf(key), entry));
      return copyOf(entries, where);
    }
    if (value instanceof List<?> list) {
      List<Object> items = new ArrayList<>();
      list.forEach(item -> items.add(copy(item, where)));
      return Collections.unmodifiableList(items);
    }
    return scalar(value, where);
  }

  private static Object scalar(Object value, String where) {
    if (value instanceof Integer number) {
      return number.longValue();
    }
    if (value instanceof Float number) {
      return scalar(Double.valueOf(number.toString()), where);
    }
    boolean known = value instanceof String || value instanceof Boolean || value instanceof Long;
    BundleException.require(
        known || (value instanceof Double number && Double.isFinite(number)),
        "`"
            + where
            + "` is "
            + value
            + ", but a bundle stores only maps, lists, text, finite numbers"
            + " and truth values.");
    return value;
  }
}
