package eyas.bridge.mavlink;

import eyas.bridge.node.family.FamilyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A course from a file: lines of {@code seconds,east,north,up} or {@code
 * seconds,east,north,up,yaw}, in metres and radians (ENU), with {@code #} before remarks. Between
 * two lines the place moves evenly; behind the last it stays.
 *
 * @param points the lines, in the order of time
 */
record SetpointFile(List<double[]> points) {
  private static final int WITHOUT_YAW = 4;
  private static final int WITH_YAW = 5;

  static SetpointFile read(Path file) {
    try {
      return parse(file.toString(), Files.readAllLines(file));
    } catch (IOException failure) {
      throw new FamilyException(
          "Parameter ~setpoint_file is %s, which cannot be read: %s"
              .formatted(file.toAbsolutePath(), failure.getMessage()));
    }
  }

  static SetpointFile parse(String name, List<String> lines) {
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).replaceFirst("#.*", "").strip();
      if (!line.isEmpty()) {
        double[] point = point(name, i + 1, line);
        boolean later = points.isEmpty() || point[0] > points.get(points.size() - 1)[0];
        if (!later || (!points.isEmpty() && points.get(0).length != point.length)) {
          throw wrong(name, i + 1, line, "times grow and all lines have as many numbers");
        }
        points.add(point);
      }
    }
    if (points.isEmpty()) {
      throw wrong(name, lines.size(), "", "a course needs at least one line");
    }
    return new SetpointFile(List.copyOf(points));
  }

  private static double[] point(String name, int number, String line) {
    String[] words = line.split(",", -1);
    boolean right = words.length == WITHOUT_YAW || words.length == WITH_YAW;
    double[] point = new double[words.length];
    for (int i = 0; right && i < words.length; i++) {
      try {
        point[i] = Double.parseDouble(words[i].strip());
        right = Double.isFinite(point[i]);
      } catch (NumberFormatException notANumber) {
        right = false;
      }
    }
    if (!right) {
      throw wrong(name, number, line, "a line is seconds,east,north,up or with ,yaw behind");
    }
    return point;
  }

  private static FamilyException wrong(String name, int number, String line, String allowed) {
    return new FamilyException(
        "Course %s, line %d is '%s'; %s.".formatted(name, number, line, allowed));
  }

  /**
   * The setpoint at a time.
   *
   * @param seconds since the policy took over [s]
   * @param out receives place [m], velocity [m/s], yaw [rad], and 1 if yaw counts
   */
  void at(double seconds, double[] out) {
    int next = 0;
    while (next < points.size() && points.get(next)[0] <= seconds) {
      next++;
    }
    double[] from = points.get(Math.max(0, next - 1));
    boolean moving = next > 0 && next < points.size();
    double[] to = moving ? points.get(next) : from;
    double span = moving ? to[0] - from[0] : 1;
    double share = moving ? (seconds - from[0]) / span : 0;
    for (int i = 0; i < 3; i++) {
      out[i] = from[i + 1] + share * (to[i + 1] - from[i + 1]);
      out[3 + i] = (to[i + 1] - from[i + 1]) / span;
    }
    boolean turned = from.length == WITH_YAW;
    out[6] = turned ? from[4] + share * Math.IEEEremainder(to[4] - from[4], 2 * Math.PI) : 0;
    out[7] = turned ? 1 : 0;
  }
}
