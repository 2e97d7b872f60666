package eyas.policies.network;

import eyas.assets.policy.LayerKind;
import eyas.assets.policy.LayerSpec;
import eyas.assets.policy.NetworkSpec;
import eyas.sim.random.Philox;
import java.util.LinkedHashMap;
import java.util.Map;

/** First weights from a seed, the same on every machine. */
public final class WeightInitializer {
  private WeightInitializer() {}

  /**
   * Draws weights as PyTorch does by default: uniform in ±1/sqrt(fan-in) for dense layers and
   * ±1/sqrt(hidden) for a GRU; the last layer's weights are multiplied by {@code lastGain} and its
   * biases are zero.
   */
  public static NetworkWeights draw(NetworkSpec spec, Philox random, double lastGain) {
    Map<String, float[]> tensors = new LinkedHashMap<>();
    String last = "layers." + (spec.layers().size() - 1) + ".";
    for (int i = 0; i < spec.layers().size(); i++) {
      LayerSpec layer = spec.layers().get(i);
      double fan = layer.kind() == LayerKind.GRU ? layer.outputs() : layer.inputs();
      double bound = 1 / Math.sqrt(fan);
      String prefix = "layers." + i + ".";
      layer
          .weightShapes()
          .forEach(
              (name, shape) -> {
                double gain = !prefix.equals(last) ? 1 : name.startsWith("bias") ? 0 : lastGain;
                tensors.put(
                    prefix + name,
                    uniform(shape.stream().reduce(1, (a, b) -> a * b), bound * gain, random));
              });
    }
    return new NetworkWeights(spec, tensors);
  }

  private static float[] uniform(int count, double bound, Philox random) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.uniform(-bound, bound);
    }
    return values;
  }
}
