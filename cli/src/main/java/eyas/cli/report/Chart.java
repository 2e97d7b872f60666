package eyas.cli.report;

import eyas.cli.run.Numbers;
import java.util.List;
import java.util.Locale;

/** One curve as inline SVG that takes its colours from the page. */
final class Chart {
  private static final double WIDTH = 420;
  private static final double HEIGHT = 210;
  private static final double LEFT = 58;
  private static final double RIGHT = 12;
  private static final double TOP = 30;
  private static final double BOTTOM = 26;
  private static final int LINES = 4;

  private final String title;
  private final List<Curves.Point> points;
  private final double low;
  private final double high;
  private final double first;
  private final double last;

  Chart(String title, List<Curves.Point> points) {
    this.title = title;
    this.points = points;
    double smallest = points.stream().mapToDouble(Curves.Point::value).min().orElse(0);
    double largest = points.stream().mapToDouble(Curves.Point::value).max().orElse(1);
    double room = largest > smallest ? 0.04 * (largest - smallest) : Math.abs(largest) * 0.1 + 1e-9;
    this.low = smallest - room;
    this.high = largest + room;
    this.first = points.get(0).iteration();
    this.last = Math.max(first + 1, (double) points.get(points.size() - 1).iteration());
  }

  /** Returns the picture. */
  String svg() {
    StringBuilder svg = new StringBuilder();
    svg.append(text("<svg class=\"chart\" viewBox=\"0 0 %.0f %.0f\" role=\"img\">", WIDTH, HEIGHT));
    svg.append("<title>").append(Html.escape(title)).append("</title>");
    svg.append(text("<text class=\"name\" x=\"%.1f\" y=\"18\">", LEFT));
    svg.append(Html.escape(title)).append("</text>");
    String end = Numbers.plain(points.get(points.size() - 1).value());
    svg.append(text("<text class=\"end\" x=\"%.1f\" y=\"18\">%s</text>", WIDTH - RIGHT, end));
    grid(svg);
    svg.append("<polyline class=\"curve\" points=\"");
    points.forEach(p -> svg.append(text("%.1f,%.1f ", x((double) p.iteration()), y(p.value()))));
    return svg.append("\"/></svg>\n").toString();
  }

  private void grid(StringBuilder svg) {
    for (int i = 0; i <= LINES; i++) {
      double value = low + (high - low) * i / LINES;
      svg.append(
          text(
              "<line class=\"grid\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\"/>",
              LEFT, WIDTH - RIGHT, y(value), y(value)));
      svg.append(
          text(
              "<text class=\"tick\" x=\"%.1f\" y=\"%.1f\">%s</text>",
              LEFT - 6, y(value) + 4, Numbers.plain(value)));
    }
    svg.append(
        text(
            "<text class=\"axis\" x=\"%.1f\" y=\"%.1f\">%.0f</text>"
                + "<text class=\"axis end\" x=\"%.1f\" y=\"%.1f\">iteration %.0f</text>",
            LEFT, HEIGHT - 8, first, WIDTH - RIGHT, HEIGHT - 8, last));
  }

  private double x(double iteration) {
    return LEFT + (iteration - first) / (last - first) * (WIDTH - LEFT - RIGHT);
  }

  private double y(double value) {
    return TOP + (high - value) / (high - low) * (HEIGHT - TOP - BOTTOM);
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
