package eyas.assets.policy.inference;

import eyas.assets.policy.LayerSpec;
import eyas.assets.policy.Tensor;
import java.util.Map;

/**
 * Gated recurrent unit with PyTorch's gates r, z, n: n = tanh(Wi x + bi + r (Wh h + bh)), h' = (1 -
 * z) n + z h.
 */
final class GruLayer implements Layer {
  private final PackedAffine ofInput;
  private final PackedAffine ofHidden;
  private final float[] fromInput;
  private final float[] fromHidden;
  private final int hidden;

  GruLayer(LayerSpec spec, Map<String, Tensor> weights, String prefix) {
    ofInput = new PackedAffine(weights.get(prefix + "weight_ih"), weights.get(prefix + "bias_ih"));
    ofHidden = new PackedAffine(weights.get(prefix + "weight_hh"), weights.get(prefix + "bias_hh"));
    hidden = spec.outputs();
    fromInput = new float[PackedAffine.padded(3 * hidden)];
    fromHidden = new float[PackedAffine.padded(3 * hidden)];
  }

  @Override
  public int stateSize() {
    return hidden;
  }

  @Override
  public void step(float[] input, float[] state, int stateOffset, float[] output) {
    ofInput.apply(input, 0, fromInput);
    ofHidden.apply(state, stateOffset, fromHidden);
    // gates, then the blend of candidate and old state
    for (int i = 0; i < hidden; i++) {
      float r = Numerics.sigmoid(fromInput[i] + fromHidden[i]);
      float z = Numerics.sigmoid(fromInput[hidden + i] + fromHidden[hidden + i]);
      float n = Numerics.tanh(fromInput[2 * hidden + i] + r * fromHidden[2 * hidden + i]);
      float next = (1 - z) * n + z * state[stateOffset + i];
      state[stateOffset + i] = next;
      output[i] = next;
    }
  }
}
