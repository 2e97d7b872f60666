package eyas.bridge.onboard.source;

import eyas.assets.policy.Activation;
import eyas.assets.policy.ConvolutionShape;
import eyas.assets.policy.LayerSpec;
import eyas.assets.policy.NetworkSpec;
import eyas.assets.policy.PolicyBundle;
import eyas.assets.policy.SharedSlices;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Layers one after the other as the body of a function in C. */
final class ChainSource {
  private final PolicyBundle bundle;
  private final Declarations declarations;
  private final long runs;
  private final List<String> buffers = new ArrayList<>();
  private final List<String> calls = new ArrayList<>();
  private String input;
  private int outputs;
  private int hidden;
  private int scratch;
  private int deepest;

  /**
   * Begins a body.
   *
   * @param runs how often a step runs it, at most
   * @param input name of the array that the first layer reads
   */
  ChainSource(PolicyBundle bundle, Declarations declarations, long runs, String input) {
    this.bundle = bundle;
    this.declarations = declarations;
    this.runs = runs;
    this.input = input;
  }

  /** Adds layers whose weights' full names begin with a prefix. */
  void add(NetworkSpec network, String prefix) {
    for (int i = 0; i < network.layers().size(); i++) {
      layer(network.layers().get(i), prefix + "layers." + i + ".");
    }
    outputs = network.outputs();
  }

  /** Adds the copy of the result. */
  void copyTo(String array) {
    call("memcpy(" + array + ", " + input + ", " + outputs + "u * sizeof(float));");
  }

  /** Adds a statement. */
  void call(String statement) {
    calls.add(statement);
  }

  /** Adds an array of zeros. */
  void buffer(String name, int size) {
    buffers.add("float " + name + "[" + size + "] = {0.0f};");
    scratch += size;
  }

  /** The statements. */
  String body() {
    List<String> lines = new ArrayList<>(buffers);
    lines.addAll(calls);
    return String.join("\n", lines.stream().map(line -> "  " + line).toList());
  }

  /** Numbers of hidden state, filled up. */
  int hidden() {
    return hidden;
  }

  /** Numbers in arrays of this body and of the functions that it calls, at most. */
  int scratch() {
    return scratch + deepest;
  }

  /** Name of a layer in C by the full name of its weights. */
  static String name(String full) {
    return full.replace("layers.", "layer").replace('.', '_').replaceAll("_$", "");
  }

  private void layer(LayerSpec layer, String full) {
    String name = name(full);
    switch (layer.kind()) {
      case DENSE -> dense(layer, full, name);
      case GRU -> gru(layer, full, name);
      case CONVOLUTION -> convolution(layer, full, name);
      case SHARED -> shared(layer, full, name);
    }
  }

  private void dense(LayerSpec layer, String full, String name) {
    int rows = affine(full, "", 1, input, name);
    activate(layer.activation(), name, rows);
    input = name;
  }

  private void activate(Activation activation, String array, int count) {
    if (activation == Activation.IDENTITY) {
      return;
    }
    boolean relu = activation == Activation.RELU;
    declarations.calls(relu ? "relu-layer.c" : "tanh-layer.c");
    call((relu ? "relu_layer(" : "tanh_layer(") + array + ", " + count + "u);");
  }

  private void gru(LayerSpec layer, String full, String name) {
    String kept = "(hidden + " + hidden + ")";
    affine(full, "_ih", 3, input, name + "_of_input");
    affine(full, "_hh", 3, kept, name + "_of_hidden");
    int size = RowBlocks.padded(layer.outputs());
    declarations.calls("gru-layer.c");
    call(
        "gru_layer("
            + String.join(", ", name + "_of_input", name + "_of_hidden", size + "u", kept)
            + ");");
    hidden += size;
    input = kept;
  }

  private void convolution(LayerSpec layer, String full, String name) {
    ConvolutionShape shape = layer.convolution().orElseThrow();
    RowBlocks filters = arrays(full, "", 1);
    int places = shape.outputHeight() * shape.outputWidth();
    declarations.multiplies(runs * places * filters.weights().length);
    declarations.calls("convolution.c");
    buffers.add(
        "const image_filters %s_filters = {%du, %du, %du, %du, %du, %du};"
            .formatted(
                name,
                shape.channels(),
                shape.height(),
                shape.width(),
                shape.filters(),
                shape.kernel(),
                shape.stride()));
    buffer(name + "_patch", shape.patch());
    buffer(name + "_sums", filters.rows());
    int size = RowBlocks.padded(layer.outputs());
    buffer(name, size);
    call(
        "convolution("
            + String.join(
                ", ",
                name + "_weight",
                name + "_bias",
                "&" + name + "_filters",
                input,
                name + "_patch",
                name + "_sums",
                name)
            + ");");
    activate(layer.activation(), name, size);
    input = name;
  }

  private void shared(LayerSpec layer, String full, String name) {
    SharedSlices slices = layer.shared().orElseThrow();
    ChainSource each = new ChainSource(bundle, declarations, runs * slices.slices(), "slice");
    each.add(slices.network(), full + "shared.");
    each.copyTo("features");
    declarations.calls("slices.c");
    slices.excluded().ifPresent(number -> declarations.calls("excluded.c"));
    declarations.function("shared-layer.c", values(layer, slices, name, each.body()));
    int features = slices.network().outputs();
    deepest = Math.max(deepest, each.scratch() + features);
    buffer(name, RowBlocks.padded(layer.outputs()));
    call(name + "_of_slices(" + input + ", " + name + ");");
    input = name;
  }

  private static Map<String, String> values(
      LayerSpec layer, SharedSlices slices, String name, String body) {
    List<Integer> groups = slices.groups();
    int width = slices.network().inputs();
    Map<String, String> values = new HashMap<>();
    values.put("name", name);
    values.put("body", body);
    values.put("groups", String.valueOf(groups.size()));
    values.put("sizes", String.join(", ", groups.stream().map(size -> size + "u").toList()));
    values.put("width", width + "u");
    values.put("features", String.valueOf(slices.network().outputs()));
    values.put("extras", String.valueOf(layer.inputs() - slices.inputs()));
    String seen =
        slices
            .excluded()
            .map(
                number ->
                    " || all_are(x, " + CText.number(number.floatValue()) + ", " + width + "u)")
            .orElse("");
    values.put("or-excluded", seen);
    return values;
  }

  /** Writes the arrays of one matrix and its call; returns the number of sums. */
  private int affine(String full, String end, int groups, String from, String sums) {
    RowBlocks blocks = arrays(full, end, groups);
    declarations.multiplies(runs * blocks.weights().length);
    buffer(sums, blocks.rows());
    call(
        "affine("
            + String.join(
                ", ",
                name(full) + "_weight" + end,
                name(full) + "_bias" + end,
                from,
                blocks.columns() + "u",
                blocks.rows() + "u",
                sums)
            + ");");
    return blocks.rows();
  }

  private RowBlocks arrays(String full, String end, int groups) {
    RowBlocks blocks =
        RowBlocks.of(
            bundle.weights().get(full + "weight" + end),
            bundle.weights().get(full + "bias" + end),
            groups);
    declarations.array(name(full) + "_weight" + end, blocks.weights());
    declarations.array(name(full) + "_bias" + end, blocks.bias());
    return blocks;
  }
}
