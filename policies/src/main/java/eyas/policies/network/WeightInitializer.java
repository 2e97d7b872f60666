package eyas.policies.network;

import eyas.assets.policy.LayerSpec;
import eyas.assets.policy.NetworkSpec;
import eyas.sim.random.Philox;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** First weights from a seed, the same on every machine. */
public final class WeightInitializer {
  private WeightInitializer() {}

  /**
   * Draws weights as PyTorch does by default: uniform in ±1/sqrt(fan-in) for dense layers and
   * filters and ±1/sqrt(hidden) for a GRU; the last layer's weights are multiplied by {@code
   * lastGain} and its biases are zero.
   */
  public static NetworkWeights draw(NetworkSpec spec, Philox random, double lastGain) {
    Map<String, float[]> tensors = new LinkedHashMap<>();
    String last = "layers." + (spec.layers().size() - 1) + ".";
    for (int i = 0; i < spec.layers().size(); i++) {
      String prefix = "layers." + i + ".";
      layer(spec.layers().get(i), prefix, random, prefix.equals(last) ? lastGain : 1, tensors);
    }
    // the outputs begin without an offset
    tensors.replaceAll(
        (name, values) -> name.startsWith(last + "bias") ? new float[values.length] : values);
    return new NetworkWeights(spec, tensors);
  }

  private static void layer(
      LayerSpec layer, String prefix, Philox random, double gain, Map<String, float[]> tensors) {
    if (layer.shared().isPresent()) {
      List<LayerSpec> inner = layer.shared().get().network().layers();
      for (int i = 0; i < inner.size(); i++) {
        layer(inner.get(i), prefix + "shared.layers." + i + ".", random, 1, tensors);
      }
      return;
    }
    double bound = 1 / Math.sqrt(layer.fanIn()) * gain;
    layer
        .weightShapes()
        .forEach(
            (name, shape) ->
                tensors.put(
                    prefix + name,
                    uniform(shape.stream().reduce(1, (a, b) -> a * b), bound, random)));
  }

  private static float[] uniform(int count, double bound, Philox random) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.uniform(-bound, bound);
    }
    return values;
  }
}
