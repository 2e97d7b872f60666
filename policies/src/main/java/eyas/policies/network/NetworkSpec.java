package eyas.policies.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The architecture of a policy network: layers in order.
 *
 * @param layers at least one; each takes as many inputs as the one before it has outputs
 */
public record NetworkSpec(List<LayerSpec> layers) {
  /** Checks that the layers fit. */
  public NetworkSpec {
    layers = List.copyOf(layers);
    if (layers.isEmpty()) {
      throw new NetworkException("A network needs at least one layer, but none was given.");
    }
    for (int i = 1; i < layers.size(); i++) {
      if (layers.get(i).inputs() != layers.get(i - 1).outputs()) {
        throw new NetworkException(
            "Layer "
                + i
                + " takes "
                + layers.get(i).inputs()
                + " inputs, but the layer before it has "
                + layers.get(i - 1).outputs()
                + " outputs.");
      }
    }
  }

  /**
   * Returns dense layers with a linear last one.
   *
   * @param inputs number of inputs
   * @param hidden sizes of the hidden layers
   * @param outputs number of outputs
   * @param activation of the hidden layers
   */
  public static NetworkSpec mlp(
      int inputs, List<Integer> hidden, int outputs, Activation activation) {
    List<LayerSpec> layers = new ArrayList<>();
    int width = inputs;
    for (int size : hidden) {
      layers.add(new LayerSpec.Dense(width, size, activation));
      width = size;
    }
    layers.add(new LayerSpec.Dense(width, outputs, Activation.IDENTITY));
    return new NetworkSpec(layers);
  }

  /** Returns the number of inputs. */
  public int inputs() {
    return layers.get(0).inputs();
  }

  /** Returns the number of outputs. */
  public int outputs() {
    return layers.get(layers.size() - 1).outputs();
  }

  /** Returns the summed size of the hidden states of all recurrent layers; 0 if there are none. */
  public int stateSize() {
    return layers.stream()
        .mapToInt(layer -> layer instanceof LayerSpec.Gru gru ? gru.hidden() : 0)
        .sum();
  }

  /** Returns the shape of each tensor by its full name, such as {@code layers.0.weight}. */
  public Map<String, List<Integer>> tensors() {
    Map<String, List<Integer>> shapes = new LinkedHashMap<>();
    for (int i = 0; i < layers.size(); i++) {
      String prefix = "layers." + i + ".";
      layers.get(i).tensors().forEach((name, shape) -> shapes.put(prefix + name, shape));
    }
    return shapes;
  }

  /** Returns the number of learned values. */
  public int parameterCount() {
    return tensors().values().stream().mapToInt(NetworkSpec::count).sum();
  }

  /** Returns the number of values of a shape. */
  static int count(List<Integer> shape) {
    return shape.stream().reduce(1, (a, b) -> a * b);
  }
}
