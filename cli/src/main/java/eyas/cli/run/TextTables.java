package eyas.cli.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Turns a JSON tree into text: plain values as {@code name: value}, a map of like maps (policies by
 * name, say) as a table with one row each.
 */
public final class TextTables {
  private TextTables() {}

  /** Returns the lines. */
  public static List<String> of(Map<String, Object> values) {
    List<String> lines = new ArrayList<>();
    append(lines, "", values);
    return lines;
  }

  private static void append(List<String> lines, String indent, Map<?, ?> values) {
    int width = values.keySet().stream().mapToInt(key -> key.toString().length()).max().orElse(0);
    values.forEach(
        (key, raw) -> {
          Object value = rows(raw);
          if (value instanceof Map<?, ?> map && isTable(map)) {
            lines.add(indent + key + ":");
            table(map).forEach(row -> lines.add(indent + "  " + row));
          } else if (value instanceof Map<?, ?> map) {
            lines.add(indent + key + ":");
            append(lines, indent + "  ", map);
          } else {
            lines.add(indent + pad(key + ":", width + 2) + text(value));
          }
        });
  }

  /** Returns a list of maps as a map of maps by number, from 1; anything else as it is. */
  public static Object rows(Object value) {
    boolean table =
        value instanceof List<?> list
            && !list.isEmpty()
            && list.stream().allMatch(Map.class::isInstance);
    if (!table) {
      return value;
    }
    Map<String, Object> rows = new LinkedHashMap<>();
    ((List<?>) value).forEach(row -> rows.put(String.valueOf(rows.size() + 1), row));
    return rows;
  }

  /** Returns whether every entry of a map is a map with plain values in it. */
  public static boolean isTable(Map<?, ?> map) {
    return !map.isEmpty() && map.values().stream().allMatch(Map.class::isInstance);
  }

  /** Returns the columns of a table: nested maps become {@code outer.inner}. */
  public static Set<String> columns(Map<?, ?> table) {
    Set<String> columns = new LinkedHashSet<>();
    table.values().forEach(row -> columns.addAll(flat((Map<?, ?>) row).keySet()));
    return columns;
  }

  /** Returns one row with nested maps as {@code outer.inner}; deeper ones are left out. */
  public static Map<String, Object> flat(Map<?, ?> row) {
    Map<String, Object> result = new LinkedHashMap<>();
    row.forEach(
        (key, value) -> {
          if (!(value instanceof Map<?, ?> inner)) {
            result.put(key.toString(), value);
          } else if (!isTable(inner)) {
            inner.forEach(
                (name, deep) -> {
                  if (!(deep instanceof Map<?, ?>)) {
                    result.put(key + "." + name, deep);
                  }
                });
          }
        });
    return result;
  }

  private static List<String> table(Map<?, ?> table) {
    List<List<String>> rows = new ArrayList<>();
    Set<String> columns = columns(table);
    List<String> header = new ArrayList<>(List.of(""));
    header.addAll(columns);
    rows.add(header);
    table.forEach(
        (name, row) -> {
          Map<String, Object> cells = flat((Map<?, ?>) row);
          List<String> line = new ArrayList<>(List.of(name.toString()));
          columns.forEach(column -> line.add(text(cells.getOrDefault(column, ""))));
          rows.add(line);
        });
    return align(rows);
  }

  private static List<String> align(List<List<String>> rows) {
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        int at = column;
        int width = rows.stream().mapToInt(each -> each.get(at).length()).max().orElse(0);
        line.append(pad(row.get(column), width + 2));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  /** Returns a plain value as text. */
  public static String text(Object value) {
    if (value instanceof Double || value instanceof Float) {
      return Numbers.plain(((Number) value).doubleValue());
    }
    if (value instanceof Collection<?> items) {
      return items.stream().map(TextTables::text).collect(Collectors.joining(", "));
    }
    return String.valueOf(value);
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
