package eyas.assets.policy.inference;

import eyas.assets.policy.LayerSpec;
import eyas.assets.policy.NetworkSpec;
import eyas.assets.policy.Tensor;
import java.util.Map;

/** Layers one after the other, with the memory between them. */
final class Chain {
  private static final float[] NO_STATE = {};

  private final Layer[] layers;
  private final float[][] between;

  Chain(NetworkSpec network, Map<String, Tensor> weights, String prefix) {
    int count = network.layers().size();
    layers = new Layer[count];
    between = new float[count + 1][];
    between[0] = new float[network.inputs()];
    for (int i = 0; i < count; i++) {
      LayerSpec spec = network.layers().get(i);
      layers[i] = layer(spec, weights, prefix + "layers." + i + ".");
      between[i + 1] = new float[PackedAffine.padded(spec.outputs())];
    }
  }

  private static Layer layer(LayerSpec spec, Map<String, Tensor> weights, String prefix) {
    return switch (spec.kind()) {
      case DENSE -> new DenseLayer(spec, weights, prefix);
      case GRU -> new GruLayer(spec, weights, prefix);
      case CONVOLUTION -> new ConvolutionLayer(spec, weights, prefix);
      case SHARED -> new SharedLayer(spec, weights, prefix);
    };
  }

  /** Where the input is to be written before a run. */
  float[] input() {
    return between[0];
  }

  /** Runs layers without memory; the result is overwritten by the next run. */
  float[] run() {
    return run(NO_STATE, 0);
  }

  /** Runs the layers and advances their state; the result is overwritten by the next run. */
  float[] run(float[] state, int stateOffset) {
    int offset = stateOffset;
    for (int i = 0; i < layers.length; i++) {
      layers[i].step(between[i], state, offset, between[i + 1]);
      offset += layers[i].stateSize();
    }
    return between[layers.length];
  }
}
