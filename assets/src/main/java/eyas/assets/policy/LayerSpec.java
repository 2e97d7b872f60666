package eyas.assets.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One layer of a network.
 *
 * @param kind what it computes
 * @param inputs number of inputs
 * @param outputs number of outputs; for a GRU the size of its hidden state
 * @param activation applied to the sums of a dense layer or a convolution; identity for the others
 * @param convolution shape of a convolution; empty for the others
 * @param shared what a shared layer does to its slices; empty for the others
 */
public record LayerSpec(
    LayerKind kind,
    int inputs,
    int outputs,
    Activation activation,
    Optional<ConvolutionShape> convolution,
    Optional<SharedSlices> shared) {
  private static final int LARGEST = 1 << 18;

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
        kind != LayerKind.GRU || activation == Activation.IDENTITY,
        "A GRU has its gates and no further activation; write identity.");
    BundleException.require(
        kind != LayerKind.SHARED || activation == Activation.IDENTITY,
        "The layers within a shared layer have activations, it has none itself; write identity.");
    BundleException.require(
        convolution.isPresent() == (kind == LayerKind.CONVOLUTION)
            && shared.isPresent() == (kind == LayerKind.SHARED),
        "A convolution has a shape and a shared layer has slices; no other layer has either.");
    convolution.ifPresent(shape -> fits(inputs, outputs, shape.inputs(), shape.outputs()));
    shared.ifPresent(slices -> passes(inputs, outputs, slices));
  }

  private static void fits(int inputs, int outputs, int wantedInputs, int wantedOutputs) {
    BundleException.require(
        inputs == wantedInputs && outputs == wantedOutputs,
        "The layer has "
            + inputs
            + " inputs and "
            + outputs
            + " outputs, but its shape asks for "
            + wantedInputs
            + " and "
            + wantedOutputs
            + ".");
  }

  private static void passes(int inputs, int outputs, SharedSlices slices) {
    int extras = Math.max(0, inputs - slices.inputs());
    fits(inputs, outputs, slices.inputs() + extras, slices.outputs() + extras);
  }

  /** A dense layer. */
  public static LayerSpec dense(int inputs, int outputs, Activation activation) {
    return new LayerSpec(
        LayerKind.DENSE, inputs, outputs, activation, Optional.empty(), Optional.empty());
  }

  /** A GRU whose outputs are its hidden state. */
  public static LayerSpec gru(int inputs, int hidden) {
    return new LayerSpec(
        LayerKind.GRU, inputs, hidden, Activation.IDENTITY, Optional.empty(), Optional.empty());
  }

  /** A convolution. */
  public static LayerSpec convolution(ConvolutionShape shape, Activation activation) {
    return new LayerSpec(
        LayerKind.CONVOLUTION,
        shape.inputs(),
        shape.outputs(),
        activation,
        Optional.of(shape),
        Optional.empty());
  }

  /**
   * A network shared by slices.
   *
   * @param extras inputs behind the slices that pass through
   */
  public static LayerSpec shared(SharedSlices slices, int extras) {
    return new LayerSpec(
        LayerKind.SHARED,
        slices.inputs() + extras,
        slices.outputs() + extras,
        Activation.IDENTITY,
        Optional.empty(),
        Optional.of(slices));
  }

  /** Numbers the layer keeps between steps. */
  public int stateSize() {
    return kind == LayerKind.GRU ? outputs : 0;
  }

  /** Names (within the layer) and shapes [output][input] of the weights; GRU rows are r, z, n. */
  public Map<String, List<Integer>> weightShapes() {
    Map<String, List<Integer>> shapes = new LinkedHashMap<>();
    switch (kind) {
      case DENSE -> {
        shapes.put("weight", List.of(outputs, inputs));
        shapes.put("bias", List.of(outputs));
      }
      case GRU -> {
        shapes.put("weight_ih", List.of(3 * outputs, inputs));
        shapes.put("weight_hh", List.of(3 * outputs, outputs));
        shapes.put("bias_ih", List.of(3 * outputs));
        shapes.put("bias_hh", List.of(3 * outputs));
      }
      case CONVOLUTION -> {
        ConvolutionShape shape = convolution.orElseThrow();
        shapes.put("weight", shape.weightShape());
        shapes.put("bias", List.of(shape.filters()));
      }
      case SHARED ->
          shared
              .orElseThrow()
              .network()
              .weightShapes()
              .forEach((name, shape) -> shapes.put("shared." + name, shape));
    }
    return shapes;
  }

  /** Number of inputs that one output of a layer with weights of its own adds up. */
  public int fanIn() {
    return switch (kind) {
      case DENSE, SHARED -> inputs;
      case GRU -> outputs;
      case CONVOLUTION -> convolution.orElseThrow().patch();
    };
  }

  /** Numbers that one step computes, those of every slice included. */
  int valueCount() {
    return outputs
        + shared.map(slices -> slices.slices() * slices.network().valueCount()).orElse(0);
  }
}
