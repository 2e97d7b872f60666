package eyas.assets.robot;

import eyas.assets.files.AtomicFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tables of quadrotors, one a line, with the columns of the published training set: {@code
 * id,mass,c0,c1,c2,arm_x,ctau,T_rise,T_fall,Jxx,Jyy,Jzz,Jinv_xx,Jinv_yy,Jinv_zz,force_std,
 * init_max_position,term_position} and, where drag is not zero, {@code
 * drag_horizontal,drag_vertical}. SI units, see {@link QuadrotorParameters}.
 */
public final class QuadrotorCsv {
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "mass",
          "c0",
          "c1",
          "c2",
          "arm_x",
          "ctau",
          "T_rise",
          "T_fall",
          "Jxx",
          "Jyy",
          "Jzz",
          "Jinv_xx",
          "Jinv_yy",
          "Jinv_zz",
          "force_std",
          "init_max_position",
          "term_position");
  private static final List<String> DRAG = List.of("drag_horizontal", "drag_vertical");
  private static final int NUMBERS = 19;

  private QuadrotorCsv() {}

  /** Reads a table; every refusal names file, line and column. */
  public static List<QuadrotorParameters> read(Path file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException failure) {
      throw new IllegalRobotException(
          "The table " + file + " cannot be read as UTF-8 text: " + failure + ".", failure);
    }
    boolean drag = header(file, lines.isEmpty() ? "" : lines.get(0));
    List<QuadrotorParameters> result = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        result.add(row(file + ":" + (i + 1), lines.get(i), drag));
      }
    }
    if (result.isEmpty()) {
      throw new IllegalRobotException("The table " + file + " holds no quadrotor. Add a line.");
    }
    return List.copyOf(result);
  }

  /** Writes a table that {@link #read} gives back exactly; written aside, then renamed. */
  public static void write(Path file, List<QuadrotorParameters> quadrotors) {
    boolean drag =
        quadrotors.stream().anyMatch(q -> q.dragHorizontal() != 0 || q.dragVertical() != 0);
    StringBuilder text = new StringBuilder(String.join(",", columns(drag))).append('\n');
    quadrotors.forEach(quadrotor -> text.append(line(quadrotor, drag)).append('\n'));
    AtomicFiles.write(file, text.toString());
  }

  private static boolean header(Path file, String line) {
    List<String> found = Arrays.stream(line.split(",", -1)).map(String::strip).toList();
    if (found.equals(columns(false))) {
      return false;
    }
    if (found.equals(columns(true))) {
      return true;
    }
    throw new IllegalRobotException(
        file
            + ":1: the columns are `"
            + shorten(line)
            + "`, but must be `"
            + String.join(",", COLUMNS)
            + "`, with `"
            + String.join(",", DRAG)
            + "` behind them or not.");
  }

  private static List<String> columns(boolean drag) {
    List<String> columns = new ArrayList<>(COLUMNS);
    columns.addAll(drag ? DRAG : List.of());
    return columns;
  }

  private static QuadrotorParameters row(String place, String line, boolean drag) {
    List<String> columns = columns(drag);
    String[] cells = line.split(",", -1);
    if (cells.length != columns.size()) {
      throw new IllegalRobotException(
          place
              + ": "
              + cells.length
              + " values, but the header names "
              + columns.size()
              + " columns. The line may be cut off.");
    }
    double[] v = new double[NUMBERS];
    for (int i = 1; i < cells.length; i++) {
      v[i - 1] = number(place + ":" + columns.get(i), cells[i]);
    }
    return parameters(place, cells[0].strip(), v);
  }

  private static QuadrotorParameters parameters(String place, String name, double[] v) {
    try {
      return new QuadrotorParameters(
          name, v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8], v[9], v[10], v[11], v[12],
          v[13], v[14], v[15], v[16], v[17], v[18]);
    } catch (IllegalRobotException refused) {
      throw new IllegalRobotException(place + ": " + refused.getMessage(), refused);
    }
  }

  private static double number(String place, String cell) {
    String text = cell.strip();
    if (!text.matches("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?")) {
      throw new IllegalRobotException(
          place + ": `" + shorten(cell) + "` is not a number. Write one such as 0.027.");
    }
    return Double.parseDouble(text);
  }

  private static String shorten(String text) {
    return text.length() <= 200 ? text : text.substring(0, 200) + "…";
  }

  private static String line(QuadrotorParameters q, boolean drag) {
    double[] v = {
      q.mass(),
      q.thrustConstant(),
      q.thrustLinear(),
      q.thrustQuadratic(),
      q.arm(),
      q.torqueConstant(),
      q.motorRise(),
      q.motorFall(),
      q.jxx(),
      q.jyy(),
      q.jzz(),
      q.inverseJxx(),
      q.inverseJyy(),
      q.inverseJzz(),
      q.forceDeviation(),
      q.initPosition(),
      q.termPosition(),
      q.dragHorizontal(),
      q.dragVertical()
    };
    if (q.name().contains(",") || q.name().lines().count() > 1) {
      throw new IllegalRobotException(
          "The name `" + q.name() + "` cannot stand in a table: use no comma and no line break.");
    }
    StringBuilder text = new StringBuilder(q.name());
    for (int i = 0; i < (drag ? NUMBERS : NUMBERS - DRAG.size()); i++) {
      text.append(',').append(v[i]);
    }
    return text.toString();
  }
}
