package eyas.bridge.onnx;

import eyas.assets.policy.ActionContract;
import eyas.assets.policy.ActionTerm;
import eyas.assets.policy.Activation;
import eyas.assets.policy.LayerKind;
import eyas.assets.policy.LayerSpec;
import eyas.assets.policy.ObservationTerm;
import eyas.assets.policy.PolicyBundle;
import eyas.assets.policy.PolicyContract;
import eyas.assets.policy.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A policy as a graph: clip, normaliser, network and mapping. Inputs {@code observation} and, with
 * a memory, {@code state_in}; outputs {@code action}, {@code command} and {@code state_out}; all
 * [batch, size].
 */
final class PolicyGraph {
  private final PolicyBundle bundle;
  private final PolicyContract contract;
  private final OnnxGraph graph;
  private final List<String> states = new ArrayList<>();
  private int stateOffset;

  private PolicyGraph(PolicyBundle bundle) {
    this.bundle = bundle;
    this.contract = bundle.contract();
    this.graph = new OnnxGraph(contract.name());
  }

  /** Returns the graph of a bundle. */
  static ProtoMessage of(PolicyBundle bundle) {
    PolicyGraph policy = new PolicyGraph(bundle);
    policy.declare();
    String value = policy.normalised(policy.clipped());
    List<LayerSpec> layers = policy.contract.network().layers();
    for (int i = 0; i < layers.size(); i++) {
      value = policy.layer(layers.get(i), i, value);
    }
    policy.graph.node("Identity", List.of(value), List.of("action"));
    policy.command();
    policy.states();
    return policy.graph.message();
  }

  private void declare() {
    graph.input("observation", contract.observation().size(), String.join(", ", words()));
    graph.output("action", contract.action().size(), "outputs before clipping [1]");
    graph.output("command", contract.action().size(), String.join(", ", commands()));
    if (contract.stateSize() > 0) {
      graph.input("state_in", contract.stateSize(), "recurrent state; zeros at reset");
      graph.output("state_out", contract.stateSize(), "recurrent state for the next step");
    }
  }

  private List<String> words() {
    return contract.observation().terms().stream()
        .map(t -> "%s %d [%s] %s".formatted(t.name(), t.size(), t.unit(), t.frame()))
        .toList();
  }

  private List<String> commands() {
    return contract.action().terms().stream()
        .map(t -> "%s [%s]".formatted(t.name(), t.unit()))
        .toList();
  }

  private String clipped() {
    float[] limits = new float[contract.observation().size()];
    int begin = 0;
    for (ObservationTerm term : contract.observation().terms()) {
      float limit = (float) term.clip().orElse(Float.MAX_VALUE);
      Arrays.fill(limits, begin, begin + term.size(), limit);
      begin += term.size();
    }
    return limited("observation", "seen", limits);
  }

  private String limited(String value, String name, float[] limits) {
    float[] low = limits.clone();
    for (int i = 0; i < low.length; i++) {
      low[i] = -limits[i];
    }
    String high = graph.floats(name + ".high", limits, limits.length);
    graph.node("Min", List.of(value, high), List.of(name + ".upper"));
    String least = graph.floats(name + ".low", low, low.length);
    graph.node("Max", List.of(name + ".upper", least), List.of(name));
    return name;
  }

  private String normalised(String value) {
    if (contract.normaliser().isIdentity()) {
      return value;
    }
    int size = contract.normaliser().size();
    float[] mean = new float[size];
    float[] scale = new float[size];
    for (int i = 0; i < size; i++) {
      mean[i] = contract.normaliser().mean().get(i);
      scale[i] = contract.normaliser().scale().get(i);
    }
    String from = graph.floats("normaliser.mean", mean, size);
    graph.node("Sub", List.of(value, from), List.of("centred"));
    String by = graph.floats("normaliser.scale", scale, size);
    graph.node("Mul", List.of("centred", by), List.of("normalised"));
    return "normalised";
  }

  private String layer(LayerSpec layer, int index, String value) {
    String name = "layers." + index + ".";
    return switch (layer.kind()) {
      case DENSE -> dense(layer, name, value);
      case GRU -> gru(layer, name, value);
      case CONVOLUTION, SHARED -> throw unknown(layer.kind(), index);
    };
  }

  private OnnxException unknown(LayerKind kind, int index) {
    return new OnnxException(
        "Layer "
            + index
            + " of policy '"
            + contract.name()
            + "' is of kind "
            + kind.name().toLowerCase(Locale.ROOT)
            + ", which cannot be exported as ONNX; only dense and gru can. Run the bundle in"
            + " Java.");
  }

  private String dense(LayerSpec layer, String name, String value) {
    String weight = weight(name + "weight", layer.outputs(), layer.inputs());
    String bias = weight(name + "bias", layer.outputs());
    String sums = name + "sums";
    graph.node(
        "Gemm", List.of(value, weight, bias), List.of(sums), new OnnxGraph.Attribute("transB", 1));
    if (layer.activation() == Activation.IDENTITY) {
      return sums;
    }
    String operator = layer.activation() == Activation.RELU ? "Relu" : "Tanh";
    graph.node(operator, List.of(sums), List.of(name + "out"));
    return name + "out";
  }

  private String weight(String name, long... shape) {
    return graph.floats(name, bundle.weights().get(name).values(), shape);
  }

  private String gru(LayerSpec layer, String name, String value) {
    int hidden = layer.outputs();
    String state = name + "state";
    String begin = graph.integers(name + "begin", stateOffset);
    String end = graph.integers(name + "end", stateOffset + hidden);
    String columns = graph.integers(name + "columns", 1);
    graph.node("Slice", List.of("state_in", begin, end, columns), List.of(state));
    String axis = graph.integers(name + "axis", 0);
    graph.node("Unsqueeze", List.of(value, axis), List.of(name + "sequence"));
    graph.node("Unsqueeze", List.of(state, axis), List.of(name + "initial"));
    graph.node(
        "GRU",
        gruInputs(layer, name),
        List.of("", name + "last"),
        new OnnxGraph.Attribute("hidden_size", hidden),
        new OnnxGraph.Attribute("linear_before_reset", 1));
    graph.node("Squeeze", List.of(name + "last", axis), List.of(name + "next"));
    stateOffset += hidden;
    states.add(name + "next");
    return name + "next";
  }

  /** ONNX wants the gates as z, r, n; the bundle has r, z, n. */
  private List<String> gruInputs(LayerSpec layer, String name) {
    int hidden = layer.outputs();
    float[] biases = new float[6 * hidden];
    System.arraycopy(swapped(name + "bias_ih"), 0, biases, 0, 3 * hidden);
    System.arraycopy(swapped(name + "bias_hh"), 0, biases, 3 * hidden, 3 * hidden);
    return List.of(
        name + "sequence",
        graph.floats(name + "w", swapped(name + "weight_ih"), 1, 3L * hidden, layer.inputs()),
        graph.floats(name + "r", swapped(name + "weight_hh"), 1, 3L * hidden, hidden),
        graph.floats(name + "b", biases, 1, 6L * hidden),
        "",
        name + "initial");
  }

  private float[] swapped(String weight) {
    Tensor tensor = bundle.weights().get(weight);
    float[] values = tensor.values();
    int gate = values.length / 3;
    System.arraycopy(tensor.values(), gate, values, 0, gate);
    System.arraycopy(tensor.values(), 0, values, gate, gate);
    return values;
  }

  private void command() {
    ActionContract action = contract.action();
    float[] clip = new float[action.size()];
    Arrays.fill(clip, (float) action.clip());
    String limited = limited("action", "action.limited", clip);
    float[] half = new float[action.size()];
    float[] middle = new float[action.size()];
    for (int i = 0; i < half.length; i++) {
      ActionTerm term = action.terms().get(i);
      half[i] = (float) ((term.maximum() - term.minimum()) / 2);
      middle[i] = (float) ((term.maximum() + term.minimum()) / 2);
    }
    String by = graph.floats("command.half", half, half.length);
    graph.node("Mul", List.of(limited, by), List.of("command.scaled"));
    String plus = graph.floats("command.middle", middle, middle.length);
    graph.node("Add", List.of("command.scaled", plus), List.of("command"));
  }

  private void states() {
    if (!states.isEmpty()) {
      graph.node("Concat", states, List.of("state_out"), new OnnxGraph.Attribute("axis", 1));
    }
  }
}
