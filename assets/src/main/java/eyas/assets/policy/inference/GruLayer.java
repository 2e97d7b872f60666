package eyas.assets.policy.inference;

import eyas.assets.policy.LayerSpec;
import eyas.assets.policy.Tensor;
import java.util.Map;

/**
 * Gated recurrent unit with PyTorch's gates r, z, n: n = tanh(Wi x + bi + r (Wh h + bh)), h' = (1 -
 * z) n + z h. Every loop runs over arrays of its own with one index, so that it becomes vector
 * instructions.
 */
final class GruLayer implements Layer {
  private final Affine ofInput;
  private final Affine ofHidden;
  private final float[] fromInput;
  private final float[] fromHidden;
  private final float[] reset;
  private final float[] update;
  private final float[] candidate;
  private final float[] other;
  private final float[] kept;
  private final int hidden;

  GruLayer(LayerSpec spec, Map<String, Tensor> weights, String prefix) {
    ofInput = Affine.of(weights.get(prefix + "weight_ih"), weights.get(prefix + "bias_ih"));
    ofHidden = Affine.of(weights.get(prefix + "weight_hh"), weights.get(prefix + "bias_hh"));
    hidden = spec.outputs();
    fromInput = new float[PackedAffine.padded(3 * hidden)];
    fromHidden = new float[PackedAffine.padded(3 * hidden)];
    reset = new float[2 * hidden];
    update = new float[hidden];
    candidate = new float[hidden];
    other = new float[hidden];
    kept = new float[hidden];
  }

  @Override
  public int stateSize() {
    return hidden;
  }

  @Override
  public void step(float[] input, float[] state, int stateOffset, float[] output) {
    ofInput.apply(input, 0, fromInput);
    ofHidden.apply(state, stateOffset, fromHidden);
    System.arraycopy(state, stateOffset, kept, 0, hidden);
    System.arraycopy(fromInput, 2 * hidden, candidate, 0, hidden);
    System.arraycopy(fromHidden, 2 * hidden, other, 0, hidden);
    gates();
    blend(output);
    System.arraycopy(output, 0, state, stateOffset, hidden);
  }

  /** Both gates at once; the first half resets, the second updates. */
  private void gates() {
    for (int i = 0; i < reset.length; i++) {
      reset[i] = fromInput[i] + fromHidden[i];
    }
    Numerics.sigmoid(reset, reset.length);
    System.arraycopy(reset, hidden, update, 0, hidden);
  }

  private void blend(float[] output) {
    for (int i = 0; i < candidate.length; i++) {
      candidate[i] = candidate[i] + reset[i] * other[i];
    }
    Numerics.tanh(candidate, hidden);
    for (int i = 0; i < candidate.length; i++) {
      output[i] = (1 - update[i]) * candidate[i] + update[i] * kept[i];
    }
  }
}
