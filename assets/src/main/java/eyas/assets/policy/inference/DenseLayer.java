package eyas.assets.policy.inference;

import eyas.assets.policy.Activation;
import eyas.assets.policy.LayerSpec;
import eyas.assets.policy.Tensor;
import java.util.Map;

/** output = activation(weight input + bias). */
final class DenseLayer implements Layer {
  private final float[] weight;
  private final float[] bias;
  private final int inputs;
  private final Activation activation;

  DenseLayer(LayerSpec spec, Map<String, Tensor> weights, String prefix) {
    weight = weights.get(prefix + "weight").values();
    bias = weights.get(prefix + "bias").values();
    inputs = spec.inputs();
    activation = spec.activation();
  }

  @Override
  public int stateSize() {
    return 0;
  }

  @Override
  public void step(float[] input, float[] state, int stateOffset, float[] output) {
    Numerics.affine(weight, bias, inputs, input, 0, output);
    if (activation == Activation.RELU) {
      for (int i = 0; i < output.length; i++) {
        output[i] = Math.max(0f, output[i]);
      }
    } else if (activation == Activation.TANH) {
      for (int i = 0; i < output.length; i++) {
        output[i] = Numerics.tanh(output[i]);
      }
    }
  }
}
