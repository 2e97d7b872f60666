package eyas.bridge.onboard.source;

import eyas.assets.policy.Activation;
import eyas.assets.policy.LayerKind;
import eyas.assets.policy.LayerSpec;
import eyas.assets.policy.Normaliser;
import eyas.assets.policy.PolicyBundle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The arrays and the function body of a network in C. */
final class NetworkSource {
  private final PolicyBundle bundle;
  private final StringBuilder arrays = new StringBuilder();
  private final List<String> buffers = new ArrayList<>();
  private final List<String> calls = new ArrayList<>();
  private String input = "observation";
  private int hidden;

  /** Writes the network of a bundle. */
  NetworkSource(PolicyBundle bundle) {
    this.bundle = bundle;
    normaliser(bundle.contract().normaliser());
    List<LayerSpec> layers = bundle.contract().network().layers();
    for (int i = 0; i < layers.size(); i++) {
      layer(layers.get(i), i);
    }
    calls.add(
        "memcpy(action, "
            + input
            + ", "
            + layers.get(layers.size() - 1).outputs()
            + "u * sizeof(float));");
    if (hidden == 0) {
      calls.add("(void)hidden;");
    }
  }

  /** Constant arrays. */
  String arrays() {
    return arrays.toString();
  }

  /** Statements of the function {@code network}. */
  String body() {
    List<String> lines = new ArrayList<>(buffers);
    lines.addAll(calls);
    return String.join("\n", lines.stream().map(line -> "  " + line).toList());
  }

  /** Numbers of hidden state, filled up. */
  int hidden() {
    return hidden;
  }

  private void normaliser(Normaliser normaliser) {
    if (normaliser.isIdentity()) {
      return;
    }
    int size = normaliser.size();
    arrays.append(CText.array("observation_mean", Floats.of(normaliser.mean())));
    arrays.append(CText.array("observation_scale", Floats.of(normaliser.scale())));
    buffers.add("float normalised[" + size + "] = {0.0f};");
    buffers.add("unsigned i;");
    calls.add("for (i = 0; i < " + size + "u; ++i) {");
    calls.add("  normalised[i] = (observation[i] - observation_mean[i]) * observation_scale[i];");
    calls.add("}");
    input = "normalised";
  }

  private void layer(LayerSpec layer, int index) {
    String name = "layer" + index;
    switch (layer.kind()) {
      case DENSE -> dense(layer, index, name);
      case GRU -> gru(layer, index, name);
      case CONVOLUTION, SHARED -> throw unknown(layer.kind(), index);
    }
  }

  private ExportException unknown(LayerKind kind, int index) {
    return new ExportException(
        "Layer "
            + index
            + " of policy '"
            + bundle.contract().name()
            + "' is of kind "
            + kind.name().toLowerCase(Locale.ROOT)
            + ", which cannot be exported as C; only dense and gru can. Run the bundle in"
            + " Java.");
  }

  private void dense(LayerSpec layer, int index, String name) {
    int rows = affine(index, "weight", "bias", 1, input, name);
    if (layer.activation() != Activation.IDENTITY) {
      String function = layer.activation() == Activation.RELU ? "relu_layer" : "tanh_layer";
      calls.add(function + "(" + name + ", " + rows + "u);");
    }
    input = name;
  }

  private void gru(LayerSpec layer, int index, String name) {
    String kept = "(hidden + " + hidden + ")";
    affine(index, "weight_ih", "bias_ih", 3, input, name + "_of_input");
    affine(index, "weight_hh", "bias_hh", 3, kept, name + "_of_hidden");
    int size = RowBlocks.padded(layer.outputs());
    calls.add(
        "gru_layer("
            + String.join(", ", name + "_of_input", name + "_of_hidden", size + "u", kept)
            + ");");
    hidden += size;
    input = kept;
  }

  /** Writes the arrays of one matrix and its call; returns the number of sums. */
  private int affine(int index, String weight, String bias, int groups, String from, String sums) {
    String full = "layers." + index + ".";
    RowBlocks blocks =
        RowBlocks.of(
            bundle.weights().get(full + weight), bundle.weights().get(full + bias), groups);
    String array = "layer" + index + "_";
    arrays.append(CText.array(array + weight, blocks.weights()));
    arrays.append(CText.array(array + bias, blocks.bias()));
    buffers.add("float " + sums + "[" + blocks.rows() + "] = {0.0f};");
    calls.add(
        "affine("
            + String.join(
                ", ",
                array + weight,
                array + bias,
                from,
                blocks.columns() + "u",
                blocks.rows() + "u",
                sums)
            + ");");
    return blocks.rows();
  }
}
