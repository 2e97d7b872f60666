package eyas.policies.ppo;

import eyas.assets.policy.Activation;
import eyas.assets.policy.LayerKind;
import eyas.assets.policy.LayerSpec;
import eyas.assets.policy.NetworkSpec;
import eyas.assets.policy.SharedSlices;
import eyas.sim.device.KernelSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A network that {@code ppo.cl} computes: three dense layers, with a PointNet of two dense layers
 * before them or without. On the device every matrix is padded to multiples of four.
 *
 * @param points the PointNet; empty for dense layers alone
 * @param dense the three dense layers
 * @param inputs numbers of an observation
 */
record LaneShape(Optional<SharedSlices> points, List<LayerSpec> dense, int inputs) {
  private static final int COORDINATES = 3;

  /** Returns what fits the kernels, or nothing. */
  static Optional<LaneShape> find(NetworkSpec spec) {
    List<LayerSpec> layers = spec.layers();
    Optional<SharedSlices> points = layers.get(0).shared();
    List<LayerSpec> dense = points.isPresent() ? layers.subList(1, layers.size()) : layers;
    boolean fits = points.map(LaneShape::isPointNet).orElse(true) && isHead(dense);
    return fits ? Optional.of(new LaneShape(points, dense, spec.inputs())) : Optional.empty();
  }

  private static boolean isPointNet(SharedSlices slices) {
    List<LayerSpec> layers = slices.network().layers();
    return slices.excluded().isPresent()
        && slices.network().inputs() == COORDINATES
        && layers.size() == 2
        && layers.stream().allMatch(l -> isDense(l, Activation.RELU) && l.outputs() % 4 == 0);
  }

  private static boolean isHead(List<LayerSpec> layers) {
    if (layers.size() != 3 || layers.get(0).activation() == Activation.IDENTITY) {
      return false;
    }
    return layers.subList(0, 2).stream()
            .allMatch(l -> isDense(l, layers.get(0).activation()) && l.outputs() % 8 == 0)
        && (isDense(layers.get(2), Activation.IDENTITY) || isDense(layers.get(2), Activation.TANH));
  }

  private static boolean isDense(LayerSpec layer, Activation activation) {
    return layer.kind() == LayerKind.DENSE && layer.activation() == activation;
  }

  private static int padded(int size) {
    return (size + 3) / 4 * 4;
  }

  private List<LayerSpec> layers() {
    List<LayerSpec> all = new ArrayList<>();
    points.ifPresent(slices -> all.addAll(slices.network().layers()));
    all.addAll(dense);
    return all;
  }

  /** Returns the number of weights on the device. */
  int weights() {
    return layers().stream().mapToInt(l -> padded(l.outputs()) * (padded(l.inputs()) + 1)).sum();
  }

  /** Returns the rows of a record: points, inputs and deltas of all layers. */
  int rows() {
    int slices = points.map(SharedSlices::slices).orElse(0);
    int hidden = dense.get(0).outputs() + dense.get(1).outputs();
    int head = padded(dense.get(0).inputs());
    return (COORDINATES * slices + 2 * head + 2 * hidden + padded(outputs())) | 1;
  }

  /** Returns the number of outputs. */
  int outputs() {
    return dense.get(2).outputs();
  }

  /** Describes the shape to the kernels. */
  KernelSource define(KernelSource source) {
    return points(source)
        .define("INPUTS", inputs)
        .define("H1", dense.get(0).outputs())
        .define("H2", dense.get(1).outputs())
        .define("OUTPUTS", outputs())
        .define("HIDDEN_TANH", dense.get(0).activation() == Activation.TANH ? 1 : 0)
        .define("OUTPUT_TANH", dense.get(2).activation() == Activation.TANH ? 1 : 0);
  }

  private KernelSource points(KernelSource source) {
    if (points.isEmpty()) {
      return source.define("POINTS", 0);
    }
    SharedSlices slices = points.get();
    List<LayerSpec> each = slices.network().layers();
    return source
        .define("POINTS", slices.slices())
        .define("GROUPS", slices.groups().size())
        .define(
            "COUNTS",
            slices.groups().stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", ", "{", "}")))
        .define("EXCLUDED", slices.excluded().orElseThrow())
        .define("EXTRAS", inputs - slices.inputs())
        .define("P1", each.get(0).outputs())
        .define("P2", each.get(1).outputs());
  }

  /** Copies flat weights, from {@code offset} on, into the order of the device. */
  void pack(float[] flat, int offset, float[] device) {
    walk((from, to, count) -> System.arraycopy(flat, offset + from, device, to, count));
  }

  /** Copies a gradient in the order of the device to flat weights, from {@code offset} on. */
  void unpack(float[] device, float[] flat, int offset) {
    walk((from, to, count) -> System.arraycopy(device, to, flat, offset + from, count));
  }

  private interface Run {
    void copy(int flat, int device, int count);
  }

  private void walk(Run run) {
    int flat = 0;
    int device = 0;
    for (LayerSpec layer : layers()) {
      int stride = padded(layer.inputs());
      for (int o = 0; o < layer.outputs(); o++) {
        run.copy(flat + o * layer.inputs(), device + o * stride, layer.inputs());
      }
      flat += layer.outputs() * layer.inputs();
      device += padded(layer.outputs()) * stride;
      run.copy(flat, device, layer.outputs());
      flat += layer.outputs();
      device += padded(layer.outputs());
    }
  }
}
