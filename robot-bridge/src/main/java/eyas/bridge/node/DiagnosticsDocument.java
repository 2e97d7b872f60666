package eyas.bridge.node;

import eyas.bridge.message.diagnostic_msgs.DiagnosticStatus;
import eyas.bridge.message.diagnostic_msgs.KeyValue;
import eyas.bridge.node.control.Controller;
import eyas.bridge.node.control.DurationHistogram;
import eyas.bridge.node.control.LoopFigures;
import eyas.bridge.node.family.RobotPort;
import eyas.bridge.node.input.Source;
import eyas.bridge.node.input.SourceCounts;
import eyas.bridge.node.state.Cause;
import eyas.bridge.node.state.ControlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes one {@code diagnostic_msgs/DiagnosticStatus} from what the loop has measured. */
final class DiagnosticsDocument {
  private final Controller controller;
  private final RobotPort port;
  private final LoopFigures figures;
  private final List<Source> sources;
  private DurationHistogram.Snapshot late;
  private long droppedBefore;
  private DurationHistogram.Snapshot computed;

  DiagnosticsDocument(
      Controller controller, RobotPort port, LoopFigures figures, List<Source> sources) {
    this.controller = controller;
    this.port = port;
    this.figures = figures;
    this.sources = sources;
    this.late = figures.lateness().snapshot();
    this.computed = figures.computing().snapshot();
  }

  /**
   * The status since the last call.
   *
   * @param node name of the node
   * @param seconds since the last call [s]
   * @param failure what ended the loop, if anything did
   */
  DiagnosticStatus status(String node, double seconds, Optional<RuntimeException> failure) {
    ControlState state = controller.state();
    Cause cause = controller.cause();
    List<KeyValue> values = new ArrayList<>();
    values.add(new KeyValue("state", state.name()));
    values.add(new KeyValue("cause", cause.text()));
    values.add(new KeyValue("last stop", controller.lastStop().text()));
    values.add(new KeyValue("guard", controller.verdict().name()));
    times(values, seconds);
    values.add(new KeyValue("commands dropped", Long.toString(port.dropped())));
    sources.forEach(source -> describe(source, values));
    long dropped = port.dropped();
    String message = cause.none() ? state.name() : state.name() + ": " + cause.text();
    if (dropped > droppedBefore) {
      message += " Commands were dropped: a listener is too slow or has stalled.";
    }
    if (failure.isPresent()) {
      return new DiagnosticStatus(
          DiagnosticStatus.ERROR,
          node + ": policy",
          "The control loop has ended: " + failure.get(),
          "eyas",
          values);
    }
    byte level = dropped > droppedBefore ? worse(level(state)) : level(state);
    droppedBefore = dropped;
    return new DiagnosticStatus(level, node + ": policy", message, "eyas", values);
  }

  private static byte worse(byte level) {
    return (byte) Math.max(level, DiagnosticStatus.WARN);
  }

  private static byte level(ControlState state) {
    return switch (state) {
      case READY, RAMP, ACTIVE -> DiagnosticStatus.OK;
      case IDLE, HOLD -> DiagnosticStatus.WARN;
      case STOP -> DiagnosticStatus.ERROR;
    };
  }

  private void times(List<KeyValue> values, double seconds) {
    DurationHistogram.Snapshot lateNow = figures.lateness().snapshot();
    DurationHistogram.Snapshot computedNow = figures.computing().snapshot();
    DurationHistogram.Snapshot lateness = lateNow.since(late);
    DurationHistogram.Snapshot computing = computedNow.since(computed);
    late = lateNow;
    computed = computedNow;
    values.add(value("rate [Hz]", lateness.count() / seconds));
    values.add(value("jitter p50 [ms]", 1e3 * lateness.quantile(0.5)));
    values.add(value("jitter p99 [ms]", 1e3 * lateness.quantile(0.99)));
    values.add(value("jitter max [ms]", 1e3 * lateness.maximum()));
    values.add(value("step p50 [ms]", 1e3 * computing.quantile(0.5)));
    values.add(value("step max [ms]", 1e3 * computing.maximum()));
    values.add(new KeyValue("missed deadlines", Long.toString(figures.missed())));
  }

  private static void describe(Source source, List<KeyValue> values) {
    String name = source.spec().name();
    SourceCounts counts = source.counts();
    double age = source.age();
    values.add(
        new KeyValue(name + " age [ms]", Double.isInfinite(age) ? "never" : number(1e3 * age)));
    values.add(new KeyValue(name + " received", Long.toString(counts.taken())));
    values.add(new KeyValue(name + " dropped", Long.toString(counts.dropped())));
    counts
        .lastRefusal()
        .ifPresent(reason -> values.add(new KeyValue(name + " last dropped", reason)));
  }

  private static KeyValue value(String key, double number) {
    return new KeyValue(key, number(number));
  }

  private static String number(double number) {
    return String.format(Locale.ROOT, "%.3f", number);
  }
}
