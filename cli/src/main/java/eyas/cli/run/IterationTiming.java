package eyas.cli.run;

/**
 * What one iteration cost.
 *
 * @param steps environment steps that were taken
 * @param collectSeconds time spent on simulating [s]
 * @param learnSeconds time spent on learning [s]
 */
public record IterationTiming(long steps, double collectSeconds, double learnSeconds) {
  /** Returns steps per second of wall time [1/s]; 0 when no time was measured. */
  public double stepsPerSecond() {
    double seconds = collectSeconds + learnSeconds;
    return seconds > 0 ? steps / seconds : 0;
  }
}
