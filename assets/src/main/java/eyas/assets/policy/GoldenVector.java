package eyas.assets.policy;

import java.util.List;

/**
 * One recorded sequence, from a reset state on.
 *
 * @param inputs observations [step][observation]
 * @param outputs the actions that must come out [step][action]
 */
public record GoldenVector(List<List<Float>> inputs, List<List<Float>> outputs) {
  /** Refuses different lengths. */
  public GoldenVector {
    inputs = inputs.stream().map(List::copyOf).toList();
    outputs = outputs.stream().map(List::copyOf).toList();
    BundleException.require(
        inputs.size() == outputs.size() && !inputs.isEmpty(),
        "A golden vector has "
            + inputs.size()
            + " inputs but "
            + outputs.size()
            + " outputs; it needs as many of both, and at least one.");
  }

  /** Number of steps. */
  public int steps() {
    return inputs.size();
  }
}
