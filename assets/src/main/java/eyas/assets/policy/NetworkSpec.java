package eyas.assets.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A chain of layers.
 *
 * @param layers from the observation to the action
 */
public record NetworkSpec(List<LayerSpec> layers) {
  /** Refuses an empty chain and layers that do not fit one another. */
  public NetworkSpec {
    layers = List.copyOf(layers);
    BundleException.require(!layers.isEmpty(), "A network needs at least one layer.");
    for (int i = 1; i < layers.size(); i++) {
      int given = layers.get(i - 1).outputs();
      int wanted = layers.get(i).inputs();
      BundleException.require(
          given == wanted,
          "Layer "
              + i
              + " takes "
              + wanted
              + " inputs, but layer "
              + (i - 1)
              + " gives "
              + given
              + ".");
    }
  }

  /** Dense with ReLU, GRU, dense: the student form of RAPTOR, 22-16-16-4 there. */
  public static NetworkSpec recurrent(int inputs, int hidden, int outputs) {
    return new NetworkSpec(
        List.of(
            LayerSpec.dense(inputs, hidden, Activation.RELU),
            LayerSpec.gru(hidden, hidden),
            LayerSpec.dense(hidden, outputs, Activation.IDENTITY)));
  }

  /** Two hidden dense layers without memory. */
  public static NetworkSpec memoryless(int inputs, int hidden, int outputs, Activation activation) {
    return new NetworkSpec(
        List.of(
            LayerSpec.dense(inputs, hidden, activation),
            LayerSpec.dense(hidden, hidden, activation),
            LayerSpec.dense(hidden, outputs, Activation.IDENTITY)));
  }

  /** Number of inputs of the first layer. */
  public int inputs() {
    return layers.get(0).inputs();
  }

  /** Number of outputs of the last layer. */
  public int outputs() {
    return layers.get(layers.size() - 1).outputs();
  }

  /** Numbers kept between steps: the hidden states of all GRUs, in the order of the layers. */
  public int stateSize() {
    return layers.stream().mapToInt(LayerSpec::stateSize).sum();
  }

  /** Full names, such as {@code layers.1.weight_ih}, and shapes of all weights. */
  public Map<String, List<Integer>> weightShapes() {
    Map<String, List<Integer>> shapes = new LinkedHashMap<>();
    for (int i = 0; i < layers.size(); i++) {
      String prefix = "layers." + i + ".";
      layers.get(i).weightShapes().forEach((name, shape) -> shapes.put(prefix + name, shape));
    }
    return shapes;
  }

  /** Number of weights. */
  public int weightCount() {
    return weightShapes().values().stream()
        .mapToInt(shape -> shape.stream().reduce(1, (a, b) -> a * b))
        .sum();
  }

  /** Numbers that one step computes between input and output, those of every slice included. */
  public int valueCount() {
    return layers.stream().mapToInt(LayerSpec::valueCount).sum();
  }
}
