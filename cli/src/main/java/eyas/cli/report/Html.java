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
        (key, value) -> {
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
    columns.forEach(column -> html.append("<th>").append(escape(column)).append("</th>"));
    html.append("</tr></thead><tbody>\n");
    rows.forEach(
        (name, row) -> {
          Map<String, Object> cells = TextTables.flat((Map<?, ?>) row);
          html.append("<tr><th>").append(escape(name.toString())).append("</th>");
          columns.forEach(column -> html.append(cell(cells.getOrDefault(column, ""))));
          html.append("</tr>\n");
        });
    return html.append("</tbody></table></div>\n").toString();
  }

  private static String cell(Object value) {
    String kind = value instanceof Number ? " class=\"number\"" : "";
    return "<td" + kind + ">" + escape(TextTables.text(value)) + "</td>";
  }
}
