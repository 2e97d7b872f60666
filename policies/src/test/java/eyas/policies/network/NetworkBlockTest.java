package eyas.policies.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import eyas.assets.policy.Activation;
import eyas.assets.policy.NetworkSpec;
import eyas.assets.policy.Normaliser;
import eyas.assets.policy.Tensor;
import eyas.assets.policy.inference.NetworkInference;
import eyas.sim.random.Philox;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NetworkBlockTest {
  private static final long SEED = 21;
  private static final NetworkSpec GRU = NetworkSpec.recurrent(5, 6, 3);
  private static final NetworkSpec MLP = NetworkSpec.memoryless(5, 8, 3, Activation.TANH);

  private final NDManager manager = TorchEngine.open(1);

  @AfterEach
  void close() {
    manager.close();
  }

  private static NetworkWeights weights(NetworkSpec spec) {
    return WeightInitializer.draw(spec, Philox.host(SEED, 0), 1);
  }

  private NetworkBlock block(NetworkSpec spec) {
    NetworkBlock block = new NetworkBlock(manager, spec, DataType.FLOAT32);
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

  private static float[] inputs(int count) {
    Philox random = Philox.host(SEED, 1);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  @Test
  void weightsComeBackAsTheyWentIn() {
    assertThat(block(GRU).weights().flat()).isEqualTo(weights(GRU).flat());
    assertThat(NetworkWeights.fromFlat(GRU, weights(GRU).flat()).flat())
        .isEqualTo(weights(GRU).flat());
  }

  @Test
  void mlpAgreesWithPlainJava() {
    float[] rows = inputs(7 * 5);
    NetworkBlock block = block(MLP);
    float[] out = block.forward(manager.create(rows, new Shape(7, 5))).toFloatArray();
    ParameterStore store = new ParameterStore(manager, false);
    NDList asBlock = block.forward(store, new NDList(manager.create(rows, new Shape(7, 5))), false);

    NetworkInference plain = plainJava(MLP);
    float[] action = new float[3];
    for (int i = 0; i < 7; i++) {
      plain.step(
          java.util.Arrays.copyOfRange(rows, 5 * i, 5 * i + 5), 0, new float[0], 0, action, 0);
      assertThat(java.util.Arrays.copyOfRange(out, 3 * i, 3 * i + 3))
          .as("row %d, seed %d", i, SEED)
          .containsExactly(action, Offset.offset(1e-5f));
    }
    assertThat(asBlock.singletonOrThrow().toFloatArray()).isEqualTo(out);
  }

  @Test
  void gruSequencesAgreeWithPlainJavaAcrossEpisodeEnds() {
    int steps = 9;
    int batch = 4;
    float[] rows = inputs(steps * batch * 5);
    float[] keep = new float[steps * batch];
    java.util.Arrays.fill(keep, 1);
    keep[3 * batch + 1] = 0;
    keep[6 * batch + 2] = 0;
    NDList out =
        block(GRU)
            .forward(
                manager.create(rows, new Shape(steps, batch, 5)),
                manager.zeros(new Shape(batch, 6)),
                manager.create(keep, new Shape(steps, batch, 1)));
    float[] outputs = out.get(0).toFloatArray();
    float[] ends = out.get(1).toFloatArray();

    NetworkInference plain = plainJava(GRU);
    for (int b = 0; b < batch; b++) {
      float[] state = new float[6];
      float[] action = new float[3];
      for (int t = 0; t < steps; t++) {
        int at = t * batch + b;
        if (keep[at] == 0) {
          plain.reset(state, 0);
        }
        float[] row = java.util.Arrays.copyOfRange(rows, 5 * at, 5 * at + 5);
        plain.step(row, 0, state, 0, action, 0);
        assertThat(java.util.Arrays.copyOfRange(outputs, 3 * at, 3 * at + 3))
            .as("step %d of sequence %d, seed %d", t, b, SEED)
            .containsExactly(action, Offset.offset(1e-5f));
      }
      assertThat(java.util.Arrays.copyOfRange(ends, 6 * b, 6 * b + 6))
          .containsExactly(state, Offset.offset(1e-5f));
    }
  }

  @Test
  void forwardLeavesNothingInTheWeightsManager() {
    NetworkBlock block = block(GRU);
    int before = manager.getManagedArrays().size();
    try (NDManager scope = manager.newSubManager()) {
      NDArray rows = scope.create(inputs(3 * 2 * 5), new Shape(3, 2, 5));
      block.forward(rows, scope.zeros(new Shape(2, 6)), scope.ones(new Shape(3, 2, 1)));
    }

    assertThat(manager.getManagedArrays()).hasSize(before);
  }

  @Test
  void refusesWhatDoesNotFit() {
    NetworkBlock block = block(GRU);

    assertThatThrownBy(() -> block.setWeights(weights(MLP))).isInstanceOf(NetworkException.class);
    assertThatThrownBy(() -> block.forward(manager.zeros(new Shape(2, 5))))
        .isInstanceOf(NetworkException.class)
        .hasMessageContaining("recurrent");
    assertThatThrownBy(() -> new NetworkWeights(MLP, weights(GRU).tensors()))
        .isInstanceOf(NetworkException.class);
  }
}
