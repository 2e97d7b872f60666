package eyas.policies.evaluate.transfer;

import eyas.sim.random.Philox;
import eyas.sim.task.quadrotor.QuadrotorLayout;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is perturbed in one flight.
 *
 * @param delay command delay [s]
 * @param mass factor of the mass
 * @param motorLag factor of the motor time constants
 * @param wind deviation of the constant force, as a fraction of the surplus thrust
 * @param noise multiple of the sensor noise
 * @param dropOut chance in each step that position and velocity stop being updated
 */
public record Perturbation(
    double delay, double mass, double motorLag, double wind, double noise, double dropOut) {
  private static final double GRAVITY = 9.81;
  private static final int STREAM = 243;

  /** Draws the perturbation of one flight; the arguments fix it. */
  static Perturbation draw(PerturbationRanges ranges, long seed, int quadrotor, int episode) {
    Philox random = new Philox(seed, quadrotor, episode, 0, STREAM);
    return new Perturbation(
        random.uniform(ranges.delay().get(0), ranges.delay().get(1)),
        1 + random.uniform(-ranges.mass(), ranges.mass()),
        1 + random.uniform(-ranges.motorLag(), ranges.motorLag()),
        random.uniform(0, ranges.wind()),
        random.uniform(0, ranges.noise()),
        random.uniform(0, ranges.dropOutChance()));
  }

  /**
   * Changes the parameter rows of one quadrotor in place.
   *
   * @param rows parameters of all quadrotors
   * @param at where the quadrotor's rows begin
   * @param period control period [s]
   */
  void apply(float[] rows, int at, double period) {
    rows[at + QuadrotorLayout.INVERSE_MASS] /= (float) mass;
    rows[at + QuadrotorLayout.INVERSE_RISE] /= (float) motorLag;
    rows[at + QuadrotorLayout.INVERSE_FALL] /= (float) motorLag;
    rows[at + QuadrotorLayout.DELAY] = (float) (delay / period);
    double thrust = 0;
    for (int i = 0; i < 3; i++) {
      thrust += 4 * rows[at + QuadrotorLayout.THRUST + i];
    }
    double surplus = thrust - GRAVITY / rows[at + QuadrotorLayout.INVERSE_MASS];
    rows[at + QuadrotorLayout.FORCE_DEVIATION] = (float) (wind * Math.max(0, surplus));
  }

  /** Returns every strength by name, for the breakdown of a report. */
  Map<String, Double> strengths() {
    Map<String, Double> strengths = new LinkedHashMap<>();
    strengths.put("delay", delay);
    strengths.put("mass", mass);
    strengths.put("motorLag", motorLag);
    strengths.put("wind", wind);
    strengths.put("noise", noise);
    strengths.put("dropOuts", dropOut);
    return strengths;
  }
}
