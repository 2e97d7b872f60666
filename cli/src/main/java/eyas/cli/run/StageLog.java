package eyas.cli.run;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a stage reports its iterations: into {@code metrics.jsonl}, TensorBoard events and the
 * console. Report an iteration before writing the checkpoint that holds it; then every iteration
 * stands exactly once in the file, whatever was killed when.
 */
public final class StageLog implements AutoCloseable {
  private final String stage;
  private final long total;
  private final long first;
  private final MetricsFile metrics;
  private final EventWriter events;
  private final ProgressView view;
  private final long start = System.nanoTime();
  private long last;

  private StageLog(
      String stage,
      long total,
      long last,
      MetricsFile metrics,
      EventWriter events,
      ProgressView view) {
    this.stage = stage;
    this.total = total;
    this.first = last;
    this.last = last;
    this.metrics = metrics;
    this.events = events;
    this.view = view;
  }

  /** Opens the log of a stage; see {@link RunContext#log(String, long, long)}. */
  static StageLog open(
      RunFolder folder, Console console, String stage, long total, long lastIteration) {
    long last = Math.max(0, lastIteration);
    MetricsFile metrics = MetricsFile.open(folder.metricsFile(), stage, last);
    EventWriter events = EventWriter.open(folder.metrics().resolve(stage), last + 1);
    return new StageLog(stage, total, last, metrics, events, console.progress(stage, total, last));
  }

  /**
   * Reports one iteration.
   *
   * @param iteration number of the iteration, from 1, each once and in order
   * @param timing what it cost
   * @param values figures such as {@code loss}, {@code return}, {@code length}
   */
  public void iteration(long iteration, IterationTiming timing, Map<String, Double> values) {
    if (iteration != last + 1) {
      throw new RunException(
          "Stage '"
              + stage
              + "' reported iteration "
              + iteration
              + " after "
              + last
              + ". Report each iteration once and in order.");
    }
    last = iteration;
    metrics.append(line(timing, values));
    events.scalars(iteration, values);
    double elapsed = (System.nanoTime() - start) * 1e-9;
    double remaining = elapsed / (iteration - first) * Math.max(0, total - iteration);
    view.show(new Progress(stage, iteration, total, timing, values, elapsed, remaining));
  }

  private Map<String, Object> line(IterationTiming timing, Map<String, Double> values) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("stage", stage);
    line.put("iteration", last);
    line.put("steps", timing.steps());
    line.put("collectSeconds", timing.collectSeconds());
    line.put("learnSeconds", timing.learnSeconds());
    line.putAll(values);
    return line;
  }

  @Override
  public void close() {
    view.close();
    events.close();
    metrics.close();
  }
}
