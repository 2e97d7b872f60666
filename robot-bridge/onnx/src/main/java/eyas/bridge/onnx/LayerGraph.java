package eyas.bridge.onnx;

import eyas.assets.policy.Activation;
import eyas.assets.policy.ConvolutionShape;
import eyas.assets.policy.LayerSpec;
import eyas.assets.policy.NetworkSpec;
import eyas.assets.policy.PolicyBundle;
import eyas.assets.policy.Tensor;
import eyas.bridge.onnx.OnnxGraph.Attribute;
import java.util.ArrayList;
import java.util.List;

/** The layers of a policy as nodes; values between them are [rows, size]. */
final class LayerGraph {
  private final PolicyBundle bundle;
  private final OnnxGraph graph;
  private final List<String> states = new ArrayList<>();
  private int stateOffset;

  LayerGraph(PolicyBundle bundle, OnnxGraph graph) {
    this.bundle = bundle;
    this.graph = graph;
  }

  /**
   * Adds a chain of layers; returns the name of its result.
   *
   * @param prefix beginning of the weights' full names
   * @param input name of what the first layer takes
   */
  String chain(NetworkSpec network, String prefix, String input) {
    String value = input;
    for (int i = 0; i < network.layers().size(); i++) {
      value = layer(network.layers().get(i), prefix + "layers." + i + ".", value);
    }
    return value;
  }

  /** Names of the recurrent states for the next step, in order. */
  List<String> states() {
    return List.copyOf(states);
  }

  private String layer(LayerSpec layer, String name, String value) {
    return switch (layer.kind()) {
      case DENSE -> dense(layer, name, value);
      case GRU -> gru(layer, name, value);
      case CONVOLUTION -> convolution(layer, name, value);
      case SHARED -> new SliceGraph(this, graph, layer, name).add(value);
    };
  }

  private String dense(LayerSpec layer, String name, String value) {
    String weight = weight(name + "weight", layer.outputs(), layer.inputs());
    String bias = weight(name + "bias", layer.outputs());
    String sums = name + "sums";
    graph.node("Gemm", List.of(value, weight, bias), List.of(sums), new Attribute("transB", 1));
    return activated(layer.activation(), name, sums);
  }

  private String activated(Activation activation, String name, String sums) {
    if (activation == Activation.IDENTITY) {
      return sums;
    }
    String operator = activation == Activation.RELU ? "Relu" : "Tanh";
    graph.node(operator, List.of(sums), List.of(name + "out"));
    return name + "out";
  }

  private String convolution(LayerSpec layer, String name, String value) {
    ConvolutionShape shape = layer.convolution().orElseThrow();
    int kernel = shape.kernel();
    String image =
        graph.reshaped(name + "image", value, -1, shape.channels(), shape.height(), shape.width());
    String weight = weight(name + "weight", shape.filters(), shape.channels(), kernel, kernel);
    String bias = weight(name + "bias", shape.filters());
    graph.node(
        "Conv",
        List.of(image, weight, bias),
        List.of(name + "filtered"),
        Attribute.list("kernel_shape", kernel, kernel),
        Attribute.list("strides", shape.stride(), shape.stride()));
    String sums = graph.reshaped(name + "sums", name + "filtered", -1, shape.outputs());
    return activated(layer.activation(), name, sums);
  }

  private String weight(String name, long... shape) {
    return graph.floats(name, bundle.weights().get(name).values(), shape);
  }

  private String gru(LayerSpec layer, String name, String value) {
    int hidden = layer.outputs();
    String state = graph.columns(name + "state", "state_in", stateOffset, stateOffset + hidden);
    String axis = graph.integers(name + "axis", 0);
    graph.node("Unsqueeze", List.of(value, axis), List.of(name + "sequence"));
    graph.node("Unsqueeze", List.of(state, axis), List.of(name + "initial"));
    graph.node(
        "GRU",
        gruInputs(layer, name),
        List.of("", name + "last"),
        new Attribute("hidden_size", hidden),
        new Attribute("linear_before_reset", 1));
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
}
