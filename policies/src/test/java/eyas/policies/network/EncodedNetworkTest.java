package eyas.policies.network;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import eyas.assets.policy.Activation;
import eyas.assets.policy.EncodedNetworks;
import eyas.assets.policy.ImageEncoder;
import eyas.assets.policy.LayerSpec;
import eyas.assets.policy.NetworkSpec;
import eyas.assets.policy.Normaliser;
import eyas.assets.policy.PointEncoder;
import eyas.assets.policy.Tensor;
import eyas.assets.policy.inference.NetworkInference;
import eyas.sim.random.Philox;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EncodedNetworkTest {
  private static final long SEED = 31;
  private static final int ROWS = 9;
  private static final float UNSEEN = -10;
  private static final Offset<Float> CLOSE = Offset.offset(1e-5f);

  private final NDManager manager = TorchEngine.open(1);

  @AfterEach
  void close() {
    manager.close();
  }

  private static final Optional<Double> EXCLUDED = Optional.of((double) UNSEEN);

  private static final Map<String, LayerSpec> ENCODERS =
      Map.of(
          "unequal groups, unseen points excluded",
          points(List.of(4, 4, 8, 4), Activation.RELU, EXCLUDED),
          "results of any sign, so that excluding is not the same as zero",
          points(List.of(3, 5, 1), Activation.TANH, EXCLUDED),
          "unseen points pass the network",
          points(List.of(4, 4, 8, 4), Activation.TANH, Optional.empty()),
          "equal groups",
          points(List.of(5, 5), Activation.RELU, EXCLUDED),
          "images without extras",
          images(0),
          "images and the previous action",
          images(2));

  private static LayerSpec points(
      List<Integer> groups, Activation activation, Optional<Double> excluded) {
    return new PointEncoder(groups, List.of(7, 10), activation, excluded).layer(2);
  }

  private static LayerSpec images(int extras) {
    List<ImageEncoder.Filters> filters =
        List.of(new ImageEncoder.Filters(5, 5, 2), new ImageEncoder.Filters(17, 3, 1));
    return new ImageEncoder(3, 12, 15, filters, 6, Activation.TANH).layer(extras);
  }

  static Set<String> names() {
    return ENCODERS.keySet();
  }

  private static NetworkSpec network(String name) {
    return EncodedNetworks.memoryless(
        ENCODERS.get(name), List.of(12, 9), Activation.RELU, 2, Activation.TANH);
  }

  private static NetworkWeights weights(NetworkSpec spec) {
    return WeightInitializer.draw(spec, Philox.host(SEED, 0), 1);
  }

  private NetworkBlock block(NetworkSpec spec, DataType type) {
    NetworkBlock block = new NetworkBlock(manager, spec, type);
    block.setWeights(weights(spec));
    return block;
  }

  private static NetworkInference plainJava(NetworkSpec spec) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    NetworkWeights weights = weights(spec);
    spec.weightShapes()
        .forEach((name, shape) -> tensors.put(name, Tensor.of(weights.tensor(name), shape)));
    return new NetworkInference(spec, Normaliser.identity(spec.inputs()), tensors);
  }

  /** Random rows; every third point is unseen, and in the first row every point. */
  private static float[] rows(NetworkSpec spec, int count) {
    Philox random = Philox.host(SEED, 1);
    float[] values = new float[count * spec.inputs()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    int slices = spec.layers().get(0).shared().orElseThrow().inputs();
    for (int row = 0; row < count; row++) {
      for (int at = 0; at < slices; at += 3) {
        if (row == 0 || random.nextInt(3) == 0) {
          Arrays.fill(values, row * spec.inputs() + at, row * spec.inputs() + at + 3, UNSEEN);
        }
      }
    }
    return values;
  }

  @ParameterizedTest
  @MethodSource("names")
  void agreesWithPlainJava(String name) {
    NetworkSpec spec = network(name);
    float[] rows = rows(spec, ROWS);
    float[] out =
        block(spec, DataType.FLOAT32)
            .forward(manager.create(rows, new Shape(ROWS, spec.inputs())))
            .toFloatArray();
    NetworkInference plain = plainJava(spec);
    float[] action = new float[2];
    for (int i = 0; i < ROWS; i++) {
      plain.step(rows, i * spec.inputs(), new float[0], 0, action, 0);
      assertThat(Arrays.copyOfRange(out, 2 * i, 2 * i + 2))
          .as("row %d, seed %d", i, SEED)
          .containsExactly(action, CLOSE);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void gradientAgreesWithFiniteDifferences(String name) {
    NetworkSpec spec = network(name);
    NetworkBlock block = block(spec, DataType.FLOAT64);
    NDArray rows =
        manager
            .create(rows(spec, ROWS), new Shape(ROWS, spec.inputs()))
            .toType(DataType.FLOAT64, true);
    NDArray weighting =
        manager.arange(1.0f, 2.0f * ROWS + 1, 1.0f).reshape(ROWS, 2).toType(DataType.FLOAT64, true);
    try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
      collector.backward(block.forward(rows).mul(weighting).sum());
    }
    int index = 0;
    for (NDArray array : block.arrays()) {
      double[] gradient = array.getGradient().toDoubleArray();
      for (int at : new int[] {0, gradient.length / 2, gradient.length - 1}) {
        double step = 1e-5;
        double up = shifted(block, array, at, step, rows, weighting);
        double down = shifted(block, array, at, -step, rows, weighting);
        assertThat(gradient[at])
            .as("tensor %d, value %d, seed %d", index, at, SEED)
            .isCloseTo(
                (up - down) / (2 * step), Offset.offset(2e-5 * (1 + Math.abs(up - down) / step)));
      }
      index++;
    }
  }

  private static double shifted(
      NetworkBlock block, NDArray array, int at, double by, NDArray rows, NDArray weighting) {
    NDArray before = array.duplicate();
    double[] values = array.toDoubleArray();
    values[at] += by;
    array.set(values);
    double result = block.forward(rows).mul(weighting).sum().toDoubleArray()[0];
    array.set(before.toDoubleArray());
    return result;
  }

  @Test
  void groupsWithoutSeenPointsGiveZerosAndExtrasPassThrough() {
    LayerSpec encoder = points(List.of(2, 3), Activation.TANH, EXCLUDED);
    NetworkSpec spec = new NetworkSpec(List.of(encoder));
    float[] row = new float[17];
    Arrays.fill(row, UNSEEN);
    row[0] = 1;
    row[15] = 0.25f;
    row[16] = -0.5f;
    float[] out =
        block(spec, DataType.FLOAT32).forward(manager.create(row, new Shape(1, 17))).toFloatArray();
    assertThat(Arrays.copyOfRange(out, 0, 10)).doesNotContain(0f);
    assertThat(Arrays.copyOfRange(out, 10, 20)).containsOnly(0f);
    assertThat(Arrays.copyOfRange(out, 20, 22)).containsExactly(0.25f, -0.5f);
    float[] action = new float[22];
    plainJava(spec).step(row, 0, new float[0], 0, action, 0);
    assertThat(out).containsExactly(action, CLOSE);
  }

  @Test
  void recurrentImageNetworkAgreesWithPlainJava() {
    NetworkSpec spec =
        EncodedNetworks.recurrent(images(2), 8, List.of(6), Activation.RELU, 2, Activation.TANH);
    float[] rows = rows(spec, 6);
    float[] keep = {1, 1, 1, 0, 1, 1};
    float[] out =
        block(spec, DataType.FLOAT32)
            .forward(
                manager.create(rows, new Shape(3, 2, spec.inputs())),
                manager.zeros(new Shape(2, 8)),
                manager.create(keep, new Shape(3, 2, 1)))
            .get(0)
            .toFloatArray();
    NetworkInference plain = plainJava(spec);
    float[] states = new float[16];
    float[] action = new float[2];
    for (int i = 0; i < 6; i++) {
      if (keep[i] == 0) {
        plain.reset(states, i % 2 * 8);
      }
      plain.step(rows, i * spec.inputs(), states, i % 2 * 8, action, 0);
      assertThat(Arrays.copyOfRange(out, 2 * i, 2 * i + 2))
          .as("row %d, seed %d", i, SEED)
          .containsExactly(action, CLOSE);
    }
  }
}
