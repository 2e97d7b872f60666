package eyas.policies.analytic;

import eyas.assets.policy.Activation;
import eyas.assets.policy.LayerKind;
import eyas.assets.policy.LayerSpec;
import eyas.assets.policy.NetworkSpec;
import eyas.assets.policy.Normaliser;
import eyas.assets.policy.PolicyBundle;
import eyas.assets.policy.Tensor;
import eyas.sim.device.KernelSource;
import eyas.sim.random.Philox;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A network that has fused kernels: Dense-GRU-Dense ({@code gru.cl}) or Dense-Dense-Dense with tanh
 * ({@code mlp.cl}), and the order of its weights on the device. Immutable.
 *
 * @param recurrent whether the middle layer is a GRU
 * @param inputs observation features
 * @param width embedding and hidden size, a multiple of eight
 * @param actions action features, a multiple of four
 */
public record LaneNetwork(boolean recurrent, int inputs, int width, int actions)
    implements LanePolicy {
  private static final String FIRST_WEIGHT = "layers.0.weight";
  private static final String FIRST_BIAS = "layers.0.bias";
  private static final String NEXT =
      "Fused kernels exist for dense(relu)-gru-dense and dense(relu)-dense(relu)-dense(tanh) with a width"
          + " that is a multiple of 8 and actions that are a multiple of 4; use the ppo learner for other networks.";

  /** Checks the sizes. */
  public LaneNetwork {
    if (width % 8 != 0 || width <= 0 || actions % 4 != 0 || actions <= 0 || inputs <= 0) {
      throw new AnalyticException(
          "A network with "
              + inputs
              + " inputs, width "
              + width
              + " and "
              + actions
              + " actions was given. "
              + NEXT);
    }
  }

  /** Returns the recurrent student's network. */
  public static LaneNetwork gru(int inputs, int width, int actions) {
    return new LaneNetwork(true, inputs, width, actions);
  }

  /** Returns the memoryless network of teachers. */
  public static LaneNetwork mlp(int inputs, int width, int actions) {
    return new LaneNetwork(false, inputs, width, actions);
  }

  /** Returns the fused twin of a network; refuses a network that has none. */
  public static LaneNetwork of(NetworkSpec spec) {
    return find(spec)
        .orElseThrow(
            () -> new AnalyticException("The network " + spec.layers() + " was given. " + NEXT));
  }

  /** Returns the fused twin of a network, if it has one. */
  public static Optional<LaneNetwork> find(NetworkSpec spec) {
    int width = spec.layers().get(0).outputs();
    if (spec.layers().size() != 3 || width % 8 != 0 || spec.outputs() % 4 != 0) {
      return Optional.empty();
    }
    boolean gru = spec.layers().get(1).kind() == LayerKind.GRU;
    LaneNetwork network = new LaneNetwork(gru, spec.inputs(), width, spec.outputs());
    return Optional.of(network).filter(twin -> twin.spec().equals(spec));
  }

  /** Returns the layers. */
  public NetworkSpec spec() {
    return recurrent
        ? NetworkSpec.recurrent(inputs, width, actions)
        : new NetworkSpec(
            java.util.List.of(
                LayerSpec.dense(inputs, width, Activation.RELU),
                LayerSpec.dense(width, width, Activation.RELU),
                LayerSpec.dense(width, actions, Activation.TANH)));
  }

  /** Returns the size of the hidden state on the device. */
  int state() {
    return recurrent ? width : 1;
  }

  private int stride() {
    return (inputs + 3) / 4 * 4;
  }

  /** Returns the number of weights on the device, with the padding of the first layer. */
  @Override
  public int weights() {
    return first() + (recurrent ? 6 * width * width + 6 * width : width * width + width) + last();
  }

  private int first() {
    return width * stride() + width;
  }

  private int last() {
    return actions * width + actions;
  }

  /** Returns the rows that the network keeps on the tape. */
  int rows() {
    return recurrent ? stride() + 12 * width + actions : stride() + 4 * width + 2 * actions;
  }

  @Override
  public KernelSource addTo(KernelSource source) {
    return source
        .define("NET_INPUTS", inputs)
        .define("NET_EMBEDDING", width)
        .define("NET_HIDDEN", width)
        .file(LaneNetwork.class, "tape.cl")
        .file(LaneNetwork.class, recurrent ? "gru.cl" : "mlp.cl");
  }

  /**
   * Draws first weights: uniform within 1.5 / sqrt(fan-in) for dense layers, 1 / sqrt(fan-in) for
   * the GRU, a small last layer with no bias.
   */
  public float[] initial(Philox random) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    spec().weightShapes().forEach((name, shape) -> tensors.put(name, draw(name, shape, random)));
    return pack(tensors);
  }

  private Tensor draw(String name, java.util.List<Integer> shape, Philox random) {
    boolean lastLayer = name.startsWith("layers.2.");
    boolean bias = shape.size() == 1;
    int fan = name.startsWith("layers.0.") ? inputs : width;
    double scale = lastLayer ? (bias ? 0 : recurrent ? 0.3 : 0.1) : middle(name, bias);
    float[] values = new float[shape.stream().reduce(1, (a, b) -> a * b)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (random.uniform(-1, 1) * scale / Math.sqrt(fan));
    }
    return Tensor.of(values, shape);
  }

  private double middle(String name, boolean bias) {
    return bias || (recurrent && name.startsWith("layers.1.")) ? 1 : 1.5;
  }

  /** Returns the device's weight vector of named tensors. */
  public float[] pack(Map<String, Tensor> tensors) {
    float[] out = new float[weights()];
    walk(
        (name, at, rows, columns, columnStride) -> {
          float[] values = tensors.get(name).values();
          for (int r = 0; r < rows; r++) {
            System.arraycopy(values, r * columns, out, at + r * columnStride, columns);
          }
        });
    return out;
  }

  /**
   * Returns the device's weight vector of named tensors whose inputs are normalised first: W (x −
   * mean) scale + b = (W scale) x + (b − W scale mean).
   */
  public float[] pack(Map<String, Tensor> tensors, Normaliser normaliser) {
    if (normaliser.isIdentity()) {
      return pack(tensors);
    }
    float[] weight = tensors.get(FIRST_WEIGHT).values().clone();
    float[] bias = tensors.get(FIRST_BIAS).values().clone();
    for (int o = 0; o < width; o++) {
      double shift = 0;
      for (int i = 0; i < inputs; i++) {
        weight[o * inputs + i] *= normaliser.scale().get(i);
        shift += (double) weight[o * inputs + i] * normaliser.mean().get(i);
      }
      bias[o] = (float) (bias[o] - shift);
    }
    Map<String, Tensor> folded = new LinkedHashMap<>(tensors);
    folded.put(FIRST_WEIGHT, Tensor.of(weight, tensors.get(FIRST_WEIGHT).shape()));
    folded.put(FIRST_BIAS, Tensor.of(bias, tensors.get(FIRST_BIAS).shape()));
    return pack(folded);
  }

  /** Returns the device's weight vector of a bundle, with its normaliser. */
  public float[] pack(PolicyBundle bundle) {
    return pack(bundle.weights(), bundle.contract().normaliser());
  }

  /** Returns the named tensors of a device's weight vector that starts at {@code offset}. */
  public Map<String, Tensor> unpack(float[] packed, int offset) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    walk(
        (name, at, rows, columns, columnStride) -> {
          float[] values = new float[rows * columns];
          for (int r = 0; r < rows; r++) {
            System.arraycopy(packed, offset + at + r * columnStride, values, r * columns, columns);
          }
          tensors.put(name, Tensor.of(values, spec().weightShapes().get(name)));
        });
    return tensors;
  }

  private interface Visitor {
    void visit(String name, int at, int rows, int columns, int columnStride);
  }

  // the order of the kernels: weights, then biases, layer by layer
  private void walk(Visitor visitor) {
    int at = 0;
    visitor.visit(FIRST_WEIGHT, at, width, inputs, stride());
    visitor.visit(FIRST_BIAS, at += width * stride(), 1, width, width);
    at += width;
    if (recurrent) {
      visitor.visit("layers.1.weight_ih", at, 3 * width, width, width);
      visitor.visit("layers.1.bias_ih", at += 3 * width * width, 1, 3 * width, 3 * width);
      visitor.visit("layers.1.weight_hh", at += 3 * width, 3 * width, width, width);
      visitor.visit("layers.1.bias_hh", at += 3 * width * width, 1, 3 * width, 3 * width);
      at += 3 * width;
    } else {
      visitor.visit("layers.1.weight", at, width, width, width);
      visitor.visit("layers.1.bias", at += width * width, 1, width, width);
      at += width;
    }
    visitor.visit("layers.2.weight", at, actions, width, width);
    visitor.visit("layers.2.bias", at + actions * width, 1, actions, actions);
  }
}
