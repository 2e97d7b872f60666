package eyas.sim.sensor;

/**
 * When a camera takes pictures and when they arrive.
 *
 * @param rate pictures a second [Hz]; 0 takes one at every control step
 * @param latency control steps from the moment that a picture shows until it arrives
 */
public record Timing(double rate, int latency) {
  /** A picture at each control step, there at once. */
  public static final Timing IMMEDIATE = new Timing(0, 0);

  private static final double TOLERANCE = 1e-3;

  /** Checks the numbers. */
  public Timing {
    SensorException.require(
        rate >= 0 && Double.isFinite(rate), "A camera has a rate of %s Hz; give 0 or more.", rate);
    SensorException.require(
        latency >= 0 && latency <= 64,
        "A camera has a latency of %d control steps; give 0 to 64.",
        latency);
  }

  /**
   * Returns the control steps from one picture to the next.
   *
   * @param controlPeriod time of a control step [s]
   * @throws SensorException where the rate is none of the control rate's whole parts
   */
  public int interval(double controlPeriod) {
    if (rate == 0) {
      return 1;
    }
    double steps = 1 / (rate * controlPeriod);
    long whole = Math.max(1, Math.round(steps));
    SensorException.require(
        Math.abs(steps - whole) <= TOLERANCE * whole,
        "A camera has a rate of %s Hz, but control steps come at %s Hz; give that rate divided by a"
            + " whole number.",
        rate,
        1 / controlPeriod);
    return (int) whole;
  }

  /** Returns how many moments must be remembered. */
  int moments(double controlPeriod) {
    int interval = interval(controlPeriod);
    return (latency + interval - 1) / interval + 1;
  }
}
