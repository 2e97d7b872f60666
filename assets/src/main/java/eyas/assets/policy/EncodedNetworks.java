package eyas.assets.policy;

import java.util.ArrayList;
import java.util.List;

/** Networks of an encoder and dense layers behind it. */
public final class EncodedNetworks {
  private EncodedNetworks() {}

  /**
   * An encoder and a head of dense layers.
   *
   * @param encoder such as {@link PointEncoder#layer}
   * @param hidden widths of the head's hidden layers
   * @param between activation of the hidden layers
   * @param outputs number of outputs
   * @param last activation of the outputs
   */
  public static NetworkSpec memoryless(
      LayerSpec encoder, List<Integer> hidden, Activation between, int outputs, Activation last) {
    List<LayerSpec> layers = new ArrayList<>(List.of(encoder));
    head(layers, hidden, between, outputs, last);
    return new NetworkSpec(layers);
  }

  /**
   * An encoder, a GRU on its latents and a head of dense layers.
   *
   * @param encoder such as {@link ImageEncoder#layer}
   * @param memory size of the GRU
   * @param hidden widths of the head's hidden layers
   * @param between activation of the hidden layers
   * @param outputs number of outputs
   * @param last activation of the outputs
   */
  public static NetworkSpec recurrent(
      LayerSpec encoder,
      int memory,
      List<Integer> hidden,
      Activation between,
      int outputs,
      Activation last) {
    List<LayerSpec> layers = new ArrayList<>(List.of(encoder));
    layers.add(LayerSpec.gru(encoder.outputs(), memory));
    head(layers, hidden, between, outputs, last);
    return new NetworkSpec(layers);
  }

  private static void head(
      List<LayerSpec> layers,
      List<Integer> hidden,
      Activation between,
      int outputs,
      Activation last) {
    int width = layers.get(layers.size() - 1).outputs();
    for (int size : hidden) {
      layers.add(LayerSpec.dense(width, size, between));
      width = size;
    }
    layers.add(LayerSpec.dense(width, outputs, last));
  }
}
