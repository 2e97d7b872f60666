package eyas.cli.report;

import java.util.List;

/**
 * One picture of values over time or over another quantity.
 *
 * @param title with the unit of the values
 * @param axis name and unit of the horizontal axis
 * @param lines drawn over each other, at least one
 */
public record TimeCurve(String title, String axis, List<Line> lines) {
  /** Copies the list. */
  public TimeCurve {
    lines = List.copyOf(lines);
  }

  /**
   * One line; it is broken where a value is not finite.
   *
   * @param name in the legend
   * @param x horizontal values
   * @param y as many vertical values
   */
  @SuppressWarnings("ArrayRecordComponent") // bulk data, never compared
  public record Line(String name, double[] x, double[] y) {}
}
