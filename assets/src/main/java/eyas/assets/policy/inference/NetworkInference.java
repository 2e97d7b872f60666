package eyas.assets.policy.inference;

import eyas.assets.policy.LayerKind;
import eyas.assets.policy.LayerSpec;
import eyas.assets.policy.NetworkSpec;
import eyas.assets.policy.Normaliser;
import eyas.assets.policy.Tensor;
import java.util.Arrays;
import java.util.Map;

/**
 * A chain of dense and GRU layers in plain Java. It owns scratch memory: one instance belongs to
 * one thread at a time.
 */
public final class NetworkInference implements PolicyInference {
  private final Layer[] layers;
  private final float[][] between;
  private final float[] mean;
  private final float[] scale;
  private final int actions;
  private final int stateSize;

  /**
   * Builds the network.
   *
   * @param network layers
   * @param normaliser applied to every observation
   * @param weights by the names and shapes of {@link NetworkSpec#weightShapes()}
   */
  public NetworkInference(NetworkSpec network, Normaliser normaliser, Map<String, Tensor> weights) {
    int count = network.layers().size();
    layers = new Layer[count];
    between = new float[count + 1][];
    between[0] = new float[network.inputs()];
    for (int i = 0; i < count; i++) {
      LayerSpec spec = network.layers().get(i);
      layers[i] = layer(spec, weights, "layers." + i + ".");
      between[i + 1] = new float[PackedAffine.padded(spec.outputs())];
    }
    mean = floats(normaliser.mean());
    scale = floats(normaliser.scale());
    actions = network.outputs();
    stateSize = network.stateSize();
  }

  private static Layer layer(LayerSpec spec, Map<String, Tensor> weights, String prefix) {
    return spec.kind() == LayerKind.GRU
        ? new GruLayer(spec, weights, prefix)
        : new DenseLayer(spec, weights, prefix);
  }

  private static float[] floats(java.util.List<Float> values) {
    float[] result = new float[values.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = values.get(i);
    }
    return result;
  }

  @Override
  public int observations() {
    return mean.length;
  }

  @Override
  public int actions() {
    return actions;
  }

  @Override
  public int stateSize() {
    return stateSize;
  }

  @Override
  public void reset(float[] state, int stateOffset) {
    Arrays.fill(state, stateOffset, stateOffset + stateSize, 0f);
  }

  @Override
  public void step(
      float[] observation,
      int observationOffset,
      float[] state,
      int stateOffset,
      float[] action,
      int actionOffset) {
    // normalise
    float[] input = between[0];
    for (int i = 0; i < input.length; i++) {
      input[i] = (observation[observationOffset + i] - mean[i]) * scale[i];
    }
    // layer by layer
    int offset = stateOffset;
    for (int i = 0; i < layers.length; i++) {
      layers[i].step(between[i], state, offset, between[i + 1]);
      offset += layers[i].stateSize();
    }
    System.arraycopy(between[layers.length], 0, action, actionOffset, actions);
  }
}
