package eyas.assets.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One layer of a network.
 *
 * @param kind dense or gru
 * @param inputs number of inputs
 * @param outputs number of outputs; for a GRU the size of its hidden state
 * @param activation applied to a dense layer's sums; identity for a GRU
 */
public record LayerSpec(LayerKind kind, int inputs, int outputs, Activation activation) {
  private static final int LARGEST = 1 << 16;

  /** Refuses sizes and combinations that no network has. */
  public LayerSpec {
    BundleException.require(
        inputs >= 1 && inputs <= LARGEST && outputs >= 1 && outputs <= LARGEST,
        "A layer of "
            + inputs
            + " inputs and "
            + outputs
            + " outputs is not possible; both must be"
            + " from 1 to "
            + LARGEST
            + ".");
    BundleException.require(
        kind == LayerKind.DENSE || activation == Activation.IDENTITY,
        "A GRU has its gates and no further activation; write identity.");
  }

  /** A dense layer. */
  public static LayerSpec dense(int inputs, int outputs, Activation activation) {
    return new LayerSpec(LayerKind.DENSE, inputs, outputs, activation);
  }

  /** A GRU whose outputs are its hidden state. */
  public static LayerSpec gru(int inputs, int hidden) {
    return new LayerSpec(LayerKind.GRU, inputs, hidden, Activation.IDENTITY);
  }

  /** Numbers the layer keeps between steps. */
  public int stateSize() {
    return kind == LayerKind.GRU ? outputs : 0;
  }

  /** Names (within the layer) and shapes [output][input] of the weights; GRU rows are r, z, n. */
  public Map<String, List<Integer>> weightShapes() {
    Map<String, List<Integer>> shapes = new LinkedHashMap<>();
    if (kind == LayerKind.DENSE) {
      shapes.put("weight", List.of(outputs, inputs));
      shapes.put("bias", List.of(outputs));
    } else {
      shapes.put("weight_ih", List.of(3 * outputs, inputs));
      shapes.put("weight_hh", List.of(3 * outputs, outputs));
      shapes.put("bias_ih", List.of(3 * outputs));
      shapes.put("bias_hh", List.of(3 * outputs));
    }
    return shapes;
  }
}
