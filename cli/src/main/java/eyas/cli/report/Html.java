package eyas.cli.report;

import eyas.cli.run.TextTables;
import java.util.Map;
import java.util.Set;

/** JSON trees as HTML: plain values as a list, maps of like maps as tables. */
final class Html {
  private Html() {}

  /** Returns text that is safe between tags and in quoted attributes. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** Returns a tree: plain values first, then every nested map under its name. */
  static String tree(Map<?, ?> values, int level) {
    StringBuilder plain = new StringBuilder();
    StringBuilder nested = new StringBuilder();
    values.forEach(
        (key, raw) -> {
          Object value = TextTables.rows(raw);
          if (value instanceof Map<?, ?> map) {
            nested.append(section(key.toString(), map, level));
          } else {
            plain.append(row(key.toString(), TextTables.text(value)));
          }
        });
    String list = plain.isEmpty() ? "" : "<dl>" + plain + "</dl>\n";
    return list + nested;
  }

  private static String section(String name, Map<?, ?> map, int level) {
    if (map.isEmpty()) {
      return "";
    }
    String heading = "<h" + level + ">" + escape(name) + "</h" + level + ">\n";
    boolean table = TextTables.isTable(map);
    return heading + (table ? table(map) : tree(map, Math.min(6, level + 1)));
  }

  private static String row(String name, String value) {
    return "<dt>" + escape(name) + "</dt><dd>" + escape(value) + "</dd>";
  }

  /** Returns a table with one row for each entry. */
  static String table(Map<?, ?> rows) {
    Set<String> columns = TextTables.columns(rows);
    StringBuilder html = new StringBuilder("<div class=\"wide\"><table><thead><tr><th></th>");
    columns.forEach(column -> html.append(heading(rows, column)));
    html.append("</tr></thead><tbody>\n");
    rows.forEach(
        (name, row) -> {
          Map<String, Object> cells = TextTables.flat((Map<?, ?>) row);
          html.append("<tr><th>").append(escape(name.toString())).append("</th>");
          columns.forEach(column -> html.append(cell(cells.getOrDefault(column, ""))));
          html.append("</tr>\n");
        });
    return html.append("</tbody></table></div>\n").append(deeper(rows)).toString();
  }

  // numbers stand to the right, and so do their headings
  private static String heading(Map<?, ?> rows, String column) {
    boolean numbers =
        rows.values().stream()
            .map(row -> TextTables.flat((Map<?, ?>) row).get(column))
            .anyMatch(Number.class::isInstance);
    return (numbers ? "<th class=\"number\">" : "<th>") + escape(column) + "</th>";
  }

  // tables within the rows, folded away
  private static String deeper(Map<?, ?> rows) {
    StringBuilder html = new StringBuilder();
    rows.forEach(
        (name, row) ->
            ((Map<?, ?>) row)
                .forEach(
                    (key, value) -> {
                      if (value instanceof Map<?, ?> map && TextTables.isTable(map)) {
                        html.append("<details class=\"inner\"><summary>");
                        html.append(escape(name + ": " + key)).append("</summary>");
                        html.append(table(map)).append("</details>\n");
                      }
                    }));
    return html.toString();
  }

  private static String cell(Object value) {
    String kind = value instanceof Number ? " class=\"number\"" : "";
    return "<td" + kind + ">" + escape(TextTables.text(value)) + "</td>";
  }
}
