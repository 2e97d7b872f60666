package eyas.policies.analytic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import eyas.assets.policy.Normaliser;
import eyas.assets.policy.Tensor;
import eyas.assets.policy.inference.NetworkInference;
import eyas.policies.DeviceTest;
import eyas.policies.network.NetworkBlock;
import eyas.policies.network.NetworkWeights;
import eyas.policies.network.TorchEngine;
import eyas.sim.device.Lanes;
import eyas.sim.random.Philox;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The fused networks, forward and in reverse, against PyTorch and against the robot's inference.
 */
class LaneNetworkTest extends DeviceTest {
  private static final int STEPS = 12;
  private static final int ENVIRONMENTS = 32;

  private static float[] normal(int count, int stream) {
    Philox random = Philox.host(29, stream);
    float[] out = new float[count];
    for (int i = 0; i < count; i++) {
      out[i] = (float) random.nextGaussian();
    }
    return out;
  }

  @ParameterizedTest
  @CsvSource({"true, 22, 16, 16", "true, 9, 8, 1", "false, 36, 64, 16", "false, 22, 16, 4"})
  void equalsPyTorchAndInference(boolean recurrent, int inputs, int hidden, int width) {
    LaneNetwork network = new LaneNetwork(recurrent, inputs, hidden, 4);
    float[] weights = network.initial(Philox.host(29, 1));
    float[] sequence = normal(STEPS * inputs * ENVIRONMENTS, 2);
    float[] adjoints = normal(STEPS * 4 * ENVIRONMENTS, 3);
    NetworkBench.Result fused;
    try (NetworkBench bench =
        new NetworkBench(device, network, Lanes.of(width), ENVIRONMENTS, STEPS)) {
      fused = bench.run(weights, sequence, adjoints);
    }
    String who = network + ", lanes " + width + ", seed 29";
    assertInference(who, network, weights, sequence, fused.outputs());
    assertTorch(who, network, weights, sequence, adjoints, fused);
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void aFoldedNormaliserEqualsANormaliserBefore(boolean recurrent) {
    LaneNetwork network = new LaneNetwork(recurrent, 9, 8, 4);
    Map<String, Tensor> tensors = network.unpack(network.initial(Philox.host(29, 5)), 0);
    List<Float> mean = new ArrayList<>();
    List<Float> scale = new ArrayList<>();
    for (float value : normal(9, 6)) {
      mean.add(value);
      scale.add(1 + value * value);
    }
    Normaliser normaliser = new Normaliser(mean, scale);
    Map<String, Tensor> folded = network.unpack(network.pack(tensors, normaliser), 0);
    NetworkInference before = new NetworkInference(network.spec(), normaliser, tensors);
    NetworkInference inside = new NetworkInference(network.spec(), Normaliser.identity(9), folded);
    float[] state = new float[before.stateSize()];
    float[] observations = normal(9 * STEPS, 7);
    float[] expected = new float[4];
    float[] given = new float[4];
    for (int k = 0; k < STEPS; k++) {
      float[] other = state.clone();
      before.step(observations, 9 * k, state, 0, expected, 0);
      inside.step(observations, 9 * k, other, 0, given, 0);
      assertThat(given).as("step %d, seed 29", k).containsExactly(expected, within(1e-5f));
    }
  }

  // one robot after the other, as the plain-Java runtime flies it
  private static void assertInference(
      String who, LaneNetwork network, float[] weights, float[] sequence, float[] outputs) {
    NetworkInference inference =
        new NetworkInference(
            network.spec(), Normaliser.identity(network.inputs()), network.unpack(weights, 0));
    for (int e = 0; e < ENVIRONMENTS; e++) {
      float[] state = new float[inference.stateSize()];
      float[] observation = new float[network.inputs()];
      float[] action = new float[4];
      for (int k = 0; k < STEPS; k++) {
        for (int i = 0; i < observation.length; i++) {
          observation[i] = sequence[(k * observation.length + i) * ENVIRONMENTS + e];
        }
        inference.step(observation, 0, state, 0, action, 0);
        for (int i = 0; i < 4; i++) {
          assertThat(outputs[(k * 4 + i) * ENVIRONMENTS + e])
              .as("%s, step %d, environment %d, inference", who, k, e)
              .isCloseTo(action[i], within(1e-5f));
        }
      }
    }
  }

  private static void assertTorch(
      String who,
      LaneNetwork network,
      float[] weights,
      float[] sequence,
      float[] adjoints,
      NetworkBench.Result fused) {
    try (NDManager manager = TorchEngine.open(1)) {
      NetworkBlock block = new NetworkBlock(manager, network.spec(), DataType.FLOAT64);
      block.setWeights(new NetworkWeights(network.spec(), values(network, weights)));
      NDArray x = rows(manager, sequence, network.inputs());
      NDArray seed = rows(manager, adjoints, 4);
      x.setRequiresGradient(true);
      try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
        NDArray y = forward(manager, block, network, x);
        assertClose(who + ", outputs", flat(y), fused.outputs(), 1e-5);
        collector.backward(y.mul(seed).sum());
      }
      assertClose(who + ", inputs", flat(x.getGradient()), fused.inputAdjoints(), 1e-5);
      int i = 0;
      Map<String, Tensor> gradients = network.unpack(fused.gradient(), 0);
      for (String name : network.spec().weightShapes().keySet()) {
        double[] expected = block.arrays().get(i++).getGradient().toDoubleArray();
        assertClose(who + ", " + name, expected, gradients.get(name).values(), 1e-5);
      }
    }
  }

  private static NDArray forward(
      NDManager manager, NetworkBlock block, LaneNetwork network, NDArray x) {
    if (!network.recurrent()) {
      return block.forward(x);
    }
    NDArray state = manager.zeros(new Shape(ENVIRONMENTS, network.width()), DataType.FLOAT64);
    NDArray keep = manager.ones(new Shape(STEPS, ENVIRONMENTS, 1), DataType.FLOAT64);
    return block.forward(x, state, keep).get(0);
  }

  private static Map<String, float[]> values(LaneNetwork network, float[] weights) {
    Map<String, float[]> values = new LinkedHashMap<>();
    network.unpack(weights, 0).forEach((name, tensor) -> values.put(name, tensor.values()));
    return values;
  }

  // [step][feature][environment] to (step, environment, feature)
  private static NDArray rows(NDManager manager, float[] values, int features) {
    return manager
        .create(values, new Shape(STEPS, features, ENVIRONMENTS))
        .toType(DataType.FLOAT64, true)
        .transpose(0, 2, 1);
  }

  private static double[] flat(NDArray rows) {
    return rows.transpose(0, 2, 1).flatten().toDoubleArray();
  }

  private static void assertClose(
      String who, double[] expected, float[] found, double relativeToLargest) {
    double largest = 0;
    double worst = 0;
    assertThat(found).as(who).hasSameSizeAs(expected);
    for (int i = 0; i < found.length; i++) {
      largest = Math.max(largest, Math.abs(expected[i]));
      worst = Math.max(worst, Math.abs(found[i] - expected[i]));
    }
    assertThat(largest).as(who).isPositive();
    assertThat(worst).as(who).isLessThan(relativeToLargest * Math.max(1, largest));
  }

  @Test
  void packingAndUnpackingAreInverse() {
    for (LaneNetwork network :
        new LaneNetwork[] {LaneNetwork.gru(22, 16, 4), LaneNetwork.mlp(9, 8, 4)}) {
      float[] packed = network.initial(Philox.host(2, 1));
      assertThat(network.pack(network.unpack(packed, 0))).isEqualTo(packed);
      assertThat(LaneNetwork.of(network.spec())).isEqualTo(network);
    }
    assertThat(LaneNetwork.gru(22, 16, 4).spec().weightCount())
        .as("RAPTOR's student without its unused first state")
        .isEqualTo(2068);
  }

  @Test
  void otherNetworksAreSentToAnotherLearner() {
    assertThatThrownBy(() -> LaneNetwork.gru(22, 12, 4))
        .isInstanceOf(AnalyticException.class)
        .hasMessageContaining("width 12")
        .hasMessageContaining("ppo");
  }
}
