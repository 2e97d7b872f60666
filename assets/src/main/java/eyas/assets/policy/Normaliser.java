package eyas.assets.policy;

import java.util.Collections;
import java.util.List;

/**
 * Observation to network input, number by number: (observation - mean) * scale. Inference applies
 * it.
 *
 * @param mean in the unit of each observation
 * @param scale one over the unit of each observation
 */
public record Normaliser(List<Float> mean, List<Float> scale) {
  /** Refuses lists of different length and numbers that are not finite. */
  public Normaliser {
    mean = List.copyOf(mean);
    scale = List.copyOf(scale);
    BundleException.require(
        mean.size() == scale.size(),
        "The normaliser has " + mean.size() + " means but " + scale.size() + " scales.");
    BundleException.require(
        mean.stream().allMatch(v -> Float.isFinite(v))
            && scale.stream().allMatch(v -> Float.isFinite(v)),
        "The normaliser holds a number that is not finite.");
  }

  /** Changes nothing. */
  public static Normaliser identity(int size) {
    return new Normaliser(Collections.nCopies(size, 0f), Collections.nCopies(size, 1f));
  }

  /** Number of values. */
  public int size() {
    return mean.size();
  }

  /** Whether this changes nothing. */
  public boolean isIdentity() {
    return equals(identity(size()));
  }
}
