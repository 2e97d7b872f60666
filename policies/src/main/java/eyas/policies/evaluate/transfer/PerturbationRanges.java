package eyas.policies.evaluate.transfer;

import eyas.policies.evaluate.EvaluationException;
import java.util.List;

/**
 * What the transfer test perturbs. Each flight draws its own values uniformly from the ranges.
 *
 * @param delay range of the command delay [s]
 * @param mass largest change of the mass, as a fraction, to both sides; the inertia stays
 * @param motorLag largest change of the motor time constants, as a fraction, to both sides
 * @param wind largest deviation of the constant force per axis, as a fraction of the surplus thrust
 * @param noise white sensor noise besides the preset's, as a multiple of: position 0.01 m, velocity
 *     0.03 m/s, body rates 0.05 rad/s; uniform from 0 to this
 * @param dropOutChance largest chance in each step that position and velocity stop being updated
 * @param dropOutSteps steps that a drop-out lasts
 */
public record PerturbationRanges(
    List<Double> delay,
    double mass,
    double motorLag,
    double wind,
    double noise,
    double dropOutChance,
    int dropOutSteps) {
  /** Delay 0 to 30 ms, mass ± 20 %, motor lag ± 30 %, wind, noise, drop-outs of 50 ms. */
  public static final PerturbationRanges STANDARD =
      new PerturbationRanges(List.of(0.0, 0.03), 0.2, 0.3, 0.05, 1, 0.02, 5);

  /** Refuses ranges that no flight can have. */
  public PerturbationRanges {
    delay = List.copyOf(delay);
    require(delay.size() == 2 && delay.get(0) >= 0 && delay.get(1) <= 0.03, "delay", "[0, 0.03] s");
    require(mass >= 0 && mass < 1, "mass", "0 to below 1");
    require(motorLag >= 0 && motorLag < 1, "motor-lag", "0 to below 1");
    require(wind >= 0 && wind < 1, "wind", "0 to below 1");
    require(noise >= 0, "noise", "0 or more");
    require(dropOutChance >= 0 && dropOutChance < 1, "drop-out-chance", "0 to below 1");
    require(dropOutSteps >= 0, "drop-out-steps", "0 or more");
  }

  private static void require(boolean holds, String key, String allowed) {
    if (!holds) {
      throw new EvaluationException(
          "The transfer perturbation '%s' is out of range; allowed is %s.".formatted(key, allowed));
    }
  }
}
