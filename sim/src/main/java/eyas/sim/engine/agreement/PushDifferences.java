package eyas.sim.engine.agreement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How far boxes ended from each other in two engines.
 *
 * @param trials all pushes
 */
public record PushDifferences(List<Trial> trials) {
  private static final double MOST_CENTIMETRES = 1.5;
  private static final double MOST_DEGREES = 5;
  private static final double LEAST_TRAVEL = 15;
  private static final double TURN = 20;
  private static final double LEAST_SHARE = 0.25;

  /** Copies the list. */
  public PushDifferences {
    trials = List.copyOf(trials);
  }

  /**
   * One push.
   *
   * @param distance between the two final places of the box [m]
   * @param angle between the two final yaws [rad]
   * @param travel of the box in the second engine, from start to end [m]
   * @param turn of the box in the second engine [rad]
   */
  public record Trial(double distance, double angle, double travel, double turn) {}

  /** Returns a quantile of the distance [cm]. */
  public double centimetres(double share) {
    return quantile(share, trial -> 100 * trial.distance());
  }

  /** Returns a quantile of the angle [degrees]. */
  public double degrees(double share) {
    return quantile(share, trial -> Math.toDegrees(trial.angle()));
  }

  /** Returns the median travel [cm]. */
  public double travel() {
    return quantile(0.5, trial -> 100 * trial.travel());
  }

  /** Returns the share of pushes that turn the box by 20 degrees or more. */
  public double turning() {
    double turned = Math.toRadians(TURN);
    return (double) trials.stream().filter(t -> t.turn() >= turned).count() / trials.size();
  }

  private double quantile(double share, ToDoubleFunction<Trial> value) {
    double[] sorted = trials.stream().mapToDouble(value).sorted().toArray();
    double at = share * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  /** Whether the pushes were worth comparing and the engines agree. */
  public boolean good() {
    return centimetres(0.5) <= MOST_CENTIMETRES
        && degrees(0.5) <= MOST_DEGREES
        && travel() >= LEAST_TRAVEL
        && turning() >= LEAST_SHARE;
  }

  /** Returns the figures by name, in the order to show them. */
  public Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("pushes", trials.size());
    values.put("median difference [cm]", centimetres(0.5));
    values.put("p90 difference [cm]", centimetres(0.9));
    values.put("median difference [degrees]", degrees(0.5));
    values.put("p90 difference [degrees]", degrees(0.9));
    values.put("median travel [cm]", travel());
    values.put("share turning 20 degrees", turning());
    values.put("agree", good());
    return values;
  }
}
