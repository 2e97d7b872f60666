package eyas.policies.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One layer of a policy network. */
public sealed interface LayerSpec {
  /** Returns the number of inputs. */
  int inputs();

  /** Returns the number of outputs. */
  int outputs();

  /** Returns the shape of each tensor by its short name, in order. */
  Map<String, List<Integer>> tensors();

  /**
   * y = activation(W x + b), with W [outputs][inputs].
   *
   * @param inputs number of inputs
   * @param outputs number of outputs
   * @param activation applied to each output
   */
  record Dense(int inputs, int outputs, Activation activation) implements LayerSpec {
    /** Checks the sizes. */
    public Dense {
      requirePositive("A dense layer", inputs, outputs);
    }

    @Override
    public Map<String, List<Integer>> tensors() {
      Map<String, List<Integer>> shapes = new LinkedHashMap<>();
      shapes.put("weight", List.of(outputs, inputs));
      shapes.put("bias", List.of(outputs));
      return shapes;
    }
  }

  /**
   * A gated recurrent unit as PyTorch defines it (Cho et al. 2014): gates r, z, n stacked in this
   * order; h' = (1 − z) n + z h with n = tanh(W x + b + r (U h + c)).
   *
   * @param inputs number of inputs
   * @param hidden size of the hidden state, which is also the output
   */
  record Gru(int inputs, int hidden) implements LayerSpec {
    /** Checks the sizes. */
    public Gru {
      requirePositive("A GRU", inputs, hidden);
    }

    @Override
    public int outputs() {
      return hidden;
    }

    @Override
    public Map<String, List<Integer>> tensors() {
      Map<String, List<Integer>> shapes = new LinkedHashMap<>();
      shapes.put("weight_ih", List.of(3 * hidden, inputs));
      shapes.put("weight_hh", List.of(3 * hidden, hidden));
      shapes.put("bias_ih", List.of(3 * hidden));
      shapes.put("bias_hh", List.of(3 * hidden));
      return shapes;
    }
  }

  private static void requirePositive(String what, int inputs, int outputs) {
    if (inputs < 1 || outputs < 1) {
      throw new NetworkException(
          what
              + " of "
              + inputs
              + " inputs and "
              + outputs
              + " outputs is impossible; both are ≥ 1.");
    }
  }
}
