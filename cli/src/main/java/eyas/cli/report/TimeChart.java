package eyas.cli.report;

import eyas.cli.run.Numbers;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/** A {@link TimeCurve} as inline SVG that takes its colours from the page. */
final class TimeChart {
  private static final double WIDTH = 420;
  private static final double HEIGHT = 240;
  private static final double LEFT = 58;
  private static final double RIGHT = 12;
  private static final double TOP = 48;
  private static final double BOTTOM = 26;
  private static final int GRID = 4;
  private static final int MOST_POINTS = 1500;

  private final TimeCurve curve;
  private final double[] across;
  private final double[] up;

  TimeChart(TimeCurve curve) {
    this.curve = curve;
    this.across = range(curve.lines(), TimeCurve.Line::x, 0);
    this.up = range(curve.lines(), TimeCurve.Line::y, 0.04);
  }

  private static double[] range(
      List<TimeCurve.Line> lines, Function<TimeCurve.Line, double[]> values, double room) {
    double[] all =
        lines.stream()
            .flatMapToDouble(line -> Arrays.stream(values.apply(line)))
            .filter(Double::isFinite)
            .toArray();
    double low = DoubleStream.of(all).min().orElse(0);
    double high = DoubleStream.of(all).max().orElse(1);
    double more = high > low ? room * (high - low) : Math.abs(high) * 0.1 + 1e-9;
    return new double[] {low - more, high + more};
  }

  /** Returns the picture. */
  String svg() {
    StringBuilder svg = new StringBuilder();
    svg.append(text("<svg class=\"chart\" viewBox=\"0 0 %.0f %.0f\" role=\"img\">", WIDTH, HEIGHT));
    svg.append("<title>").append(Html.escape(curve.title())).append("</title>");
    svg.append(text("<text class=\"name\" x=\"%.1f\" y=\"18\">", LEFT));
    svg.append(Html.escape(curve.title())).append("</text>");
    grid(svg);
    for (int i = 0; i < curve.lines().size(); i++) {
      line(svg, curve.lines().get(i), i);
    }
    return svg.append("</svg>\n").toString();
  }

  private void grid(StringBuilder svg) {
    for (int i = 0; i <= GRID; i++) {
      double value = up[0] + (up[1] - up[0]) * i / GRID;
      svg.append(
          text(
              "<line class=\"grid\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\"/>"
                  + "<text class=\"tick\" x=\"%.1f\" y=\"%.1f\">%s</text>",
              LEFT,
              WIDTH - RIGHT,
              y(value),
              y(value),
              LEFT - 6,
              y(value) + 4,
              Numbers.plain(value)));
    }
    svg.append(
        text(
            "<text class=\"axis\" x=\"%.1f\" y=\"%.1f\">%s</text>"
                + "<text class=\"axis end\" x=\"%.1f\" y=\"%.1f\">%s %s</text>",
            LEFT,
            HEIGHT - 8,
            Numbers.plain(across[0]),
            WIDTH - RIGHT,
            HEIGHT - 8,
            Html.escape(curve.axis()),
            Numbers.plain(across[1])));
  }

  private void line(StringBuilder svg, TimeCurve.Line line, int index) {
    String colour = "var(--p" + index % 6 + ")";
    svg.append(
        text(
            "<text x=\"%.1f\" y=\"36\" style=\"fill:%s\">%s</text>",
            LEFT + 110 * index, colour, Html.escape(line.name())));
    svg.append(text("<path class=\"curve\" style=\"stroke:%s\" d=\"", colour));
    int stride = Math.max(1, line.x().length / MOST_POINTS);
    boolean broken = true;
    for (int i = 0; i < line.x().length; i += stride) {
      boolean finite = Double.isFinite(line.y()[i]) && Double.isFinite(line.x()[i]);
      if (finite) {
        svg.append(text("%s%.1f,%.1f ", broken ? "M" : "L", x(line.x()[i]), y(line.y()[i])));
      }
      broken = !finite;
    }
    svg.append("\"/>");
  }

  private double x(double value) {
    return LEFT + (value - across[0]) / (across[1] - across[0]) * (WIDTH - LEFT - RIGHT);
  }

  private double y(double value) {
    return TOP + (up[1] - value) / (up[1] - up[0]) * (HEIGHT - TOP - BOTTOM);
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
