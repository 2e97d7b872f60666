package eyas.assets.policy.inference;

import eyas.assets.policy.Activation;
import eyas.assets.policy.LayerSpec;
import eyas.assets.policy.Tensor;
import java.util.Map;

/** output = activation(weight input + bias). */
final class DenseLayer implements Layer {
  private final Affine affine;
  private final int outputs;
  private final Activation activation;

  DenseLayer(LayerSpec spec, Map<String, Tensor> weights, String prefix) {
    affine = Affine.of(weights.get(prefix + "weight"), weights.get(prefix + "bias"));
    outputs = spec.outputs();
    activation = spec.activation();
  }

  @Override
  public int stateSize() {
    return 0;
  }

  @Override
  public void step(float[] input, float[] state, int stateOffset, float[] output) {
    affine.apply(input, 0, output);
    Numerics.activate(activation, output, outputs);
  }
}
