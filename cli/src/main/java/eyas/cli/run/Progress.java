package eyas.cli.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Where a stage stands.
 *
 * @param stage name of the stage
 * @param iteration the iteration that has ended, from 1
 * @param total the last iteration
 * @param timing what the iteration cost
 * @param values figures such as {@code loss}, {@code return}, {@code length}
 * @param elapsed time since the stage was started or resumed [s]
 * @param remaining estimated time left [s]
 */
public record Progress(
    String stage,
    long iteration,
    long total,
    IterationTiming timing,
    Map<String, Double> values,
    double elapsed,
    double remaining) {
  /** Keeps an immutable copy in order. */
  public Progress {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** Returns the figures, speed and times as one short text. */
  public String details() {
    StringBuilder text = new StringBuilder();
    text.append(Numbers.compact(timing.stepsPerSecond())).append(" steps/s, collect ");
    text.append(seconds(timing.collectSeconds())).append(", learn ");
    text.append(seconds(timing.learnSeconds()));
    values.forEach(
        (name, value) -> text.append(", ").append(name).append(' ').append(Numbers.plain(value)));
    return text.toString();
  }

  /** Returns the whole state as one line. */
  public String line() {
    return String.format(
        Locale.ROOT,
        "%s %d/%d  %s  [%s, %s left]",
        stage,
        iteration,
        total,
        details(),
        Numbers.duration(elapsed),
        Numbers.duration(remaining));
  }

  private static String seconds(double value) {
    return String.format(Locale.ROOT, "%.2f s", value);
  }
}
