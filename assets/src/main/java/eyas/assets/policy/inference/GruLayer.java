package eyas.assets.policy.inference;

import eyas.assets.policy.LayerSpec;
import eyas.assets.policy.Tensor;
import java.util.Map;

/**
 * Gated recurrent unit with PyTorch's gates r, z, n: n = tanh(Wi x + bi + r (Wh h + bh)), h' = (1 -
 * z) n + z h.
 */
final class GruLayer implements Layer {
  private final float[] weightInput;
  private final float[] weightHidden;
  private final float[] biasInput;
  private final float[] biasHidden;
  private final float[] fromInput;
  private final float[] fromHidden;
  private final int inputs;
  private final int hidden;

  GruLayer(LayerSpec spec, Map<String, Tensor> weights, String prefix) {
    weightInput = weights.get(prefix + "weight_ih").values();
    weightHidden = weights.get(prefix + "weight_hh").values();
    biasInput = weights.get(prefix + "bias_ih").values();
    biasHidden = weights.get(prefix + "bias_hh").values();
    inputs = spec.inputs();
    hidden = spec.outputs();
    fromInput = new float[3 * hidden];
    fromHidden = new float[3 * hidden];
  }

  @Override
  public int stateSize() {
    return hidden;
  }

  @Override
  public void step(float[] input, float[] state, int stateOffset, float[] output) {
    Numerics.affine(weightInput, biasInput, inputs, input, 0, fromInput);
    Numerics.affine(weightHidden, biasHidden, hidden, state, stateOffset, fromHidden);
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
