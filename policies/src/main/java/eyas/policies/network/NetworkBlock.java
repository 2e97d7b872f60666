package eyas.policies.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import eyas.assets.policy.LayerKind;
import eyas.assets.policy.LayerSpec;
import eyas.assets.policy.NetworkSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A policy network as a DJL block.
 *
 * <p>Feed-forward: input (batch, inputs), output (batch, outputs).
 *
 * <p>Sequences: input x (time, batch, inputs), hidden state h (batch, {@link
 * NetworkSpec#stateSize()}) before the first step, and keep (time, batch, 1), which is 0 where an
 * episode begins at that step (the state is zeroed before it) and 1 elsewhere; output y (time,
 * batch, outputs) and the last hidden state. Results belong to the manager of the input.
 */
public final class NetworkBlock extends AbstractBlock {
  private static final byte VERSION = 1;

  private final NetworkSpec spec;
  private final Map<String, Parameter> named = new LinkedHashMap<>();
  private final LayerForward layers = new LayerForward(this::tensor);

  /**
   * Creates the block with zero weights that belong to {@code manager}.
   *
   * @param manager owner of the weights
   * @param spec architecture
   * @param type FLOAT32, or FLOAT64 for gradient checks
   */
  public NetworkBlock(NDManager manager, NetworkSpec spec, DataType type) {
    super(VERSION);
    this.spec = spec;
    for (Map.Entry<String, List<Integer>> entry : spec.weightShapes().entrySet()) {
      NDArray zeros = manager.zeros(TensorCopy.shape(entry.getValue()), type);
      zeros.setRequiresGradient(true);
      Parameter.Type kind =
          entry.getKey().contains("bias") ? Parameter.Type.BIAS : Parameter.Type.WEIGHT;
      Parameter parameter =
          Parameter.builder().setName(entry.getKey()).setType(kind).optArray(zeros).build();
      named.put(entry.getKey(), addParameter(parameter));
    }
  }

  /** Returns the architecture. */
  public NetworkSpec spec() {
    return spec;
  }

  /** Replaces all weights in place. */
  public void setWeights(NetworkWeights weights) {
    if (!weights.spec().equals(spec)) {
      throw new NetworkException(
          "Weights of " + weights.spec() + " do not fit a network of " + spec + ".");
    }
    weights.tensors().forEach((name, values) -> TensorCopy.set(tensor(name), values));
  }

  /** Returns a copy of all weights. */
  public NetworkWeights weights() {
    Map<String, float[]> tensors = new LinkedHashMap<>();
    named.forEach((name, parameter) -> tensors.put(name, TensorCopy.floats(parameter.getArray())));
    return new NetworkWeights(spec, tensors);
  }

  /** Returns the arrays that hold the weights, in the order of the architecture. */
  public List<NDArray> arrays() {
    return named.values().stream().map(Parameter::getArray).toList();
  }

  /** Runs a feed-forward network on rows (batch, inputs). */
  public NDArray forward(NDArray rows) {
    return forward(rows, 0, spec.layers().size());
  }

  /**
   * Runs some layers of a feed-forward network.
   *
   * @param rows (batch, inputs of the first of them)
   * @param from index of the first layer
   * @param to index behind the last layer
   */
  public NDArray forward(NDArray rows, int from, int to) {
    NDArray value = rows;
    for (int i = from; i < to; i++) {
      value = layers.run(spec.layers().get(i), prefix(i), value);
    }
    return value;
  }

  /**
   * Runs the network on sequences; shapes as in the class comment.
   *
   * @return outputs, then the last hidden state
   */
  public NDList forward(NDArray sequence, NDArray state, NDArray keep) {
    return forward(sequence, state, keep, 0);
  }

  /**
   * Runs the network on sequences from a layer on.
   *
   * @param sequence (time, batch, inputs of that layer)
   * @param from index of the first layer
   * @return outputs, then the last hidden state
   */
  public NDList forward(NDArray sequence, NDArray state, NDArray keep, int from) {
    NDArray value = sequence;
    NDList ends = new NDList();
    int offset = 0;
    for (int i = from; i < spec.layers().size(); i++) {
      LayerSpec layer = spec.layers().get(i);
      if (layer.kind() == LayerKind.GRU) {
        NDArray own = state.get(":, " + offset + ":" + (offset + layer.outputs()));
        NDList states = gru(i, value, own, keep);
        value = NDArrays.stack(states);
        ends.add(states.get(states.size() - 1));
        offset += layer.outputs();
      } else {
        value = layers.run(layer, prefix(i), value);
      }
    }
    return new NDList(value, ends.isEmpty() ? state : NDArrays.concat(ends, 1));
  }

  private static String prefix(int layer) {
    return "layers." + layer + ".";
  }

  /** The hidden state after each step of one recurrent layer. */
  private NDList gru(int index, NDArray sequence, NDArray start, NDArray keep) {
    // input parts of all gates and all steps in one product
    NDArray fromInput = layers.linear(sequence, prefix(index), "weight_ih", "bias_ih");
    NDList states = new NDList();
    NDArray state = start;
    for (int t = 0; t < sequence.getShape().get(0); t++) {
      state = state.mul(keep.get(t));
      NDList input = fromInput.get(t).split(3, 1);
      NDList hidden = layers.linear(state, prefix(index), "weight_hh", "bias_hh").split(3, 1);
      // gates, then h' = n + z (h − n)
      NDArray reset = ai.djl.nn.Activation.sigmoid(input.get(0).add(hidden.get(0)));
      NDArray update = ai.djl.nn.Activation.sigmoid(input.get(1).add(hidden.get(1)));
      NDArray candidate = input.get(2).add(reset.mul(hidden.get(2))).tanh();
      state = candidate.add(update.mul(state.sub(candidate)));
      states.add(state);
    }
    return states;
  }

  private NDArray tensor(String name) {
    return named.get(name).getArray();
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> extra) {
    return inputs.size() == 1
        ? new NDList(forward(inputs.get(0)))
        : forward(inputs.get(0), inputs.get(1), inputs.get(2));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    Shape first = inputShapes[0];
    Shape output = first.slice(0, first.dimension() - 1).add(spec.outputs());
    return inputShapes.length == 1 ? new Shape[] {output} : new Shape[] {output, inputShapes[1]};
  }
}
