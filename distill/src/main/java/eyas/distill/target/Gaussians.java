package eyas.distill.target;

import ai.djl.ndarray.NDArray;
import eyas.policies.network.Scaled;

/**
 * Diagonal Gaussians over actions before any squashing, one a row.
 *
 * @param mean (…, actions)
 * @param logDeviation logarithm of the standard deviation, shape of the mean or one that broadcasts
 */
public record Gaussians(NDArray mean, NDArray logDeviation) {
  /** Returns the variance. */
  NDArray variance() {
    return Scaled.by(logDeviation, 2).exp();
  }
}
