package eyas.cli.report;

import eyas.cli.run.MetricsFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The figures of all stages over their iterations.
 *
 * @param stages stage name to figure name to its points
 */
record Curves(Map<String, Map<String, List<Point>>> stages) {
  private static final Set<String> NOT_DRAWN =
      Set.of("stage", "iteration", "steps", "collectSeconds", "learnSeconds");
  private static final int MOST_POINTS = 400;

  /**
   * One point of a curve.
   *
   * @param iteration number of the iteration
   * @param value the figure
   */
  record Point(long iteration, double value) {}

  /** Collects the curves from the lines of {@code metrics.jsonl}. */
  static Curves of(List<Map<String, Object>> lines) {
    Map<String, Map<String, List<Point>>> stages = new LinkedHashMap<>();
    for (Map<String, Object> line : lines) {
      Map<String, List<Point>> figures =
          stages.computeIfAbsent(String.valueOf(line.get("stage")), name -> new LinkedHashMap<>());
      add(figures, line);
    }
    stages.values().forEach(figures -> figures.replaceAll((name, points) -> thin(points)));
    return new Curves(stages);
  }

  private static void add(Map<String, List<Point>> figures, Map<String, Object> line) {
    line.forEach(
        (name, value) -> {
          boolean finite = value instanceof Number n && Double.isFinite(n.doubleValue());
          if (finite && !NOT_DRAWN.contains(name)) {
            Point point = new Point(MetricsFile.iteration(line), ((Number) value).doubleValue());
            figures.computeIfAbsent(name, key -> new ArrayList<>()).add(point);
          }
        });
  }

  // keeps every k-th point and the last one
  private static List<Point> thin(List<Point> points) {
    int stride = (points.size() + MOST_POINTS - 1) / MOST_POINTS;
    List<Point> kept = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      if (i % stride == 0 || i == points.size() - 1) {
        kept.add(points.get(i));
      }
    }
    return List.copyOf(kept);
  }

  /** Returns the curves for programs: stage to figure to {@code [[iteration, value], …]}. */
  Map<String, Object> json() {
    Map<String, Object> result = new LinkedHashMap<>();
    stages.forEach(
        (stage, figures) -> {
          Map<String, Object> curves = new LinkedHashMap<>();
          figures.forEach((name, points) -> curves.put(name, pairs(points)));
          result.put(stage, curves);
        });
    return result;
  }

  private static List<List<Number>> pairs(List<Point> points) {
    return points.stream().map(p -> List.<Number>of(p.iteration(), p.value())).toList();
  }
}
