package eyas.assets.policy.inference;

import eyas.assets.policy.LayerSpec;
import eyas.assets.policy.SharedSlices;
import eyas.assets.policy.Tensor;
import java.util.Map;

/**
 * One chain of layers for every slice and the maximum over each group. A slice equal to the one
 * before it in its group cannot change the maximum and is not computed.
 */
final class SharedLayer implements Layer {
  private final Chain chain;
  private final int[] groups;
  private final int width;
  private final int features;
  private final int extras;
  private final boolean excludes;
  private final float excluded;

  SharedLayer(LayerSpec spec, Map<String, Tensor> weights, String prefix) {
    SharedSlices slices = spec.shared().orElseThrow();
    chain = new Chain(slices.network(), weights, prefix + "shared.");
    groups = slices.groups().stream().mapToInt(Integer::intValue).toArray();
    width = slices.network().inputs();
    features = slices.network().outputs();
    extras = spec.inputs() - slices.inputs();
    excludes = slices.excluded().isPresent();
    excluded = slices.excluded().orElse(0.0).floatValue();
  }

  @Override
  public int stateSize() {
    return 0;
  }

  @Override
  public void step(float[] input, float[] state, int stateOffset, float[] output) {
    int slice = 0;
    for (int group = 0; group < groups.length; group++) {
      group(input, slice, slice + groups[group], output, group * features);
      slice += groups[group];
    }
    System.arraycopy(input, slice * width, output, groups.length * features, extras);
  }

  private void group(float[] input, int from, int to, float[] output, int at) {
    boolean empty = true;
    for (int slice = from; slice < to; slice++) {
      boolean repeated = slice > from && equal(input, slice - 1, slice);
      if (repeated || (excludes && isExcluded(input, slice))) {
        continue;
      }
      System.arraycopy(input, slice * width, chain.input(), 0, width);
      float[] result = chain.run();
      for (int k = 0; k < features; k++) {
        output[at + k] = empty ? result[k] : Math.max(output[at + k], result[k]);
      }
      empty = false;
    }
    if (empty) {
      java.util.Arrays.fill(output, at, at + features, 0f);
    }
  }

  private boolean isExcluded(float[] input, int slice) {
    for (int i = slice * width; i < (slice + 1) * width; i++) {
      if (input[i] != excluded) {
        return false;
      }
    }
    return true;
  }

  private boolean equal(float[] input, int first, int second) {
    for (int i = 0; i < width; i++) {
      if (input[first * width + i] != input[second * width + i]) {
        return false;
      }
    }
    return true;
  }
}
