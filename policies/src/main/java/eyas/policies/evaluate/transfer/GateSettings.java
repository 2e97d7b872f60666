package eyas.policies.evaluate.transfer;

import eyas.policies.evaluate.EvaluationException;

/**
 * What the transfer gate asks for.
 *
 * @param leastSuccess least success in the second engine, 0 to 1
 * @param mostDrop largest drop of the success from the training engine to the second, 0 to 1
 * @param episodes episodes of each quadrotor
 * @param seed fixes starts, disturbances and perturbations
 * @param perturbations what is perturbed
 */
public record GateSettings(
    double leastSuccess,
    double mostDrop,
    int episodes,
    long seed,
    PerturbationRanges perturbations) {
  /** Refuses thresholds that are no fractions. */
  public GateSettings {
    if (!(leastSuccess >= 0 && leastSuccess <= 1 && mostDrop >= 0 && mostDrop <= 1)) {
      throw new EvaluationException(
          "The gate's thresholds are %s and %s; both must lie from 0 to 1."
              .formatted(leastSuccess, mostDrop));
    }
    if (episodes < 1) {
      throw new EvaluationException(
          "The gate was told to fly %d episodes; at least 1 is needed.".formatted(episodes));
    }
  }

  /** Returns success of at least 90 % and a drop of at most 5 points, one episode each. */
  public static GateSettings standard(long seed) {
    return new GateSettings(0.9, 0.05, 1, seed, PerturbationRanges.STANDARD);
  }
}
