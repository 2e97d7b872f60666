package eyas.cli.rehearsal;

import eyas.assets.files.AtomicFiles;
import eyas.cli.report.CurvePage;
import eyas.cli.report.TimeCurve;
import eyas.cli.run.Json;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Writes {@code report.json} and {@code report.html} of a flight. */
public final class FlightReport {
  private FlightReport() {}

  /**
   * Writes both.
   *
   * @param folder made if it is missing
   * @param title heading of the page
   */
  public static void write(Path folder, String title, FlightOutcome outcome) {
    Map<String, Object> values = new LinkedHashMap<>(outcome.values());
    values.put("diagnostics", outcome.log().diagnostics());
    values.put("events", events(outcome.log()));
    AtomicFiles.write(folder.resolve("report.json"), Json.pretty(values));
    CurvePage.write(
        folder.resolve("report.html"),
        title,
        outcome.flew(),
        outcome.verdict(),
        values,
        curves(outcome.log()));
  }

  private static List<Map<String, Object>> events(FlightLog log) {
    List<FlightLog.Event> all = log.events();
    long first = all.isEmpty() ? 0 : all.get(0).time();
    return all.stream()
        .map(
            event -> {
              Map<String, Object> row = new LinkedHashMap<>();
              row.put("seconds", Math.round((event.time() - first) / 1e6) / 1e3);
              row.put("what", event.text());
              return row;
            })
        .toList();
  }

  private static List<TimeCurve> curves(FlightLog log) {
    List<FlightLog.Sample> samples = log.samples();
    double[] time = column(samples, FlightLog.Sample::time);
    TimeCurve path =
        new TimeCurve(
            "path from above [m]",
            "x [m]",
            List.of(
                new TimeCurve.Line("reference", reference(samples, 0), reference(samples, 1)),
                new TimeCurve.Line("flown", flown(samples, 0), flown(samples, 1))));
    TimeCurve error =
        new TimeCurve(
            "distance from the reference [m]",
            "time [s]",
            List.of(
                new TimeCurve.Line("distance", time, column(samples, FlightLog.Sample::error))));
    return List.of(
        path,
        error,
        axis("x [m]", time, samples, 0),
        axis("y [m]", time, samples, 1),
        axis("height [m]", time, samples, 2),
        tilt(time, samples),
        commands("age of the data behind a command [ms]", log, FlightReport::latency),
        commands("time between commands [ms]", log, FlightReport::gap));
  }

  private static TimeCurve axis(
      String title, double[] time, List<FlightLog.Sample> samples, int axis) {
    return new TimeCurve(
        title,
        "time [s]",
        List.of(
            new TimeCurve.Line("reference", time, reference(samples, axis)),
            new TimeCurve.Line("flown", time, flown(samples, axis))));
  }

  private static TimeCurve tilt(double[] time, List<FlightLog.Sample> samples) {
    double[] degrees = column(samples, s -> Math.toDegrees(s.body().attitude().tilt()));
    return new TimeCurve(
        "tilt [degrees]", "time [s]", List.of(new TimeCurve.Line("tilt", time, degrees)));
  }

  /** A value of one command, given the one before it. */
  private interface OfCommand {
    double value(FlightLog.Arrival before, FlightLog.Arrival now);
  }

  private static double latency(FlightLog.Arrival before, FlightLog.Arrival now) {
    return (now.time() - now.stamp()) / 1e6;
  }

  private static double gap(FlightLog.Arrival before, FlightLog.Arrival now) {
    return (now.time() - before.time()) / 1e6;
  }

  private static TimeCurve commands(String title, FlightLog log, OfCommand value) {
    List<FlightLog.Arrival> all =
        log.arrivals().stream().filter(FlightLog.Arrival::counted).toList();
    int count = Math.max(0, all.size() - 1);
    double[] x = new double[count];
    double[] y = new double[count];
    for (int i = 0; i < count; i++) {
      x[i] = (all.get(i + 1).time() - all.get(0).time()) / 1e9;
      y[i] = value.value(all.get(i), all.get(i + 1));
    }
    return new TimeCurve(title, "time [s]", List.of(new TimeCurve.Line("commands", x, y)));
  }

  private static double[] reference(List<FlightLog.Sample> samples, int axis) {
    return column(samples, s -> s.reference().position()[axis]);
  }

  private static double[] flown(List<FlightLog.Sample> samples, int axis) {
    return column(samples, s -> s.body().position()[axis]);
  }

  private static double[] column(
      List<FlightLog.Sample> samples, ToDoubleFunction<FlightLog.Sample> value) {
    return samples.stream().mapToDouble(value).toArray();
  }
}
