package eyas.assets.policy.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import eyas.assets.policy.Activation;
import eyas.assets.policy.LayerSpec;
import eyas.assets.policy.NetworkSpec;
import eyas.assets.policy.Normaliser;
import eyas.assets.policy.Samples;
import eyas.assets.policy.Tensor;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NetworkInferenceTest {
  private static final NetworkSpec STUDENT = NetworkSpec.recurrent(22, 16, 4);

  @Test
  void activationsAgreeWithTheLibrary() {
    for (float x = -60; x < 60; x += 0.000731f) {
      assertThat((double) Numerics.tanh(x)).isCloseTo(Math.tanh(x), within(4e-7));
      assertThat((double) Numerics.sigmoid(x)).isCloseTo(1 / (1 + Math.exp(-x)), within(2e-7));
      assertThat(Math.abs(Numerics.tanh(x))).isLessThanOrEqualTo(1);
    }
    assertThat(Numerics.tanh(Float.NaN)).isNaN();
    assertThat(Numerics.tanh(Float.POSITIVE_INFINITY)).isCloseTo(1, within(4e-7f));
  }

  @Test
  void agreesWithATextbookGruInDoublePrecision() {
    for (long seed = 0; seed < 5; seed++) {
      Map<String, Tensor> weights = Samples.weights(STUDENT, seed);
      NetworkInference policy = new NetworkInference(STUDENT, Normaliser.identity(22), weights);
      Random random = new Random(seed);
      float[] observation = new float[22];
      float[] state = new float[16];
      float[] action = new float[4];
      double[] hidden = new double[16];
      for (int step = 0; step < 50; step++) {
        for (int i = 0; i < 22; i++) {
          observation[i] = (float) random.nextGaussian();
        }
        policy.step(observation, 0, state, 0, action, 0);
        double[] expected = textbook(weights, observation, hidden);
        for (int i = 0; i < 4; i++) {
          assertThat((double) action[i])
              .as("seed %d, step %d", seed, step)
              .isCloseTo(expected[i], within(2e-5));
        }
      }
    }
  }

  private static double[] textbook(Map<String, Tensor> w, float[] observation, double[] h) {
    double[] x = new double[22];
    for (int i = 0; i < 22; i++) {
      x[i] = observation[i];
    }
    double[] first = product(w, "layers.0.weight", "layers.0.bias", x);
    for (int i = 0; i < 16; i++) {
      first[i] = Math.max(0, first[i]);
    }
    double[] a = product(w, "layers.1.weight_ih", "layers.1.bias_ih", first);
    double[] b = product(w, "layers.1.weight_hh", "layers.1.bias_hh", h);
    for (int i = 0; i < 16; i++) {
      double r = 1 / (1 + Math.exp(-a[i] - b[i]));
      double z = 1 / (1 + Math.exp(-a[16 + i] - b[16 + i]));
      h[i] = (1 - z) * Math.tanh(a[32 + i] + r * b[32 + i]) + z * h[i];
    }
    return product(w, "layers.2.weight", "layers.2.bias", h);
  }

  private static double[] product(Map<String, Tensor> w, String weight, String bias, double[] x) {
    double[] result = new double[w.get(bias).size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = w.get(bias).get(i);
      for (int j = 0; j < x.length; j++) {
        result[i] += w.get(weight).get(i * x.length + j) * x[j];
      }
    }
    return result;
  }

  @Test
  void normalisesAndActivates() {
    NetworkSpec spec =
        new NetworkSpec(
            List.of(
                LayerSpec.dense(1, 1, Activation.TANH),
                LayerSpec.dense(1, 1, Activation.IDENTITY)));
    Map<String, Tensor> weights =
        Map.of(
            "layers.0.weight", Tensor.of(new float[] {2}, 1, 1),
            "layers.0.bias", Tensor.of(new float[] {0.5f}, 1),
            "layers.1.weight", Tensor.of(new float[] {3}, 1, 1),
            "layers.1.bias", Tensor.of(new float[] {-1}, 1));
    NetworkInference policy =
        new NetworkInference(spec, new Normaliser(List.of(10f), List.of(0.1f)), weights);
    float[] action = new float[3];
    policy.step(new float[] {0, 14}, 1, new float[0], 0, action, 2);
    assertThat(action[2]).isCloseTo((float) (3 * Math.tanh(2 * 0.4 + 0.5) - 1), within(1e-6f));
    assertThat(policy.stateSize()).isZero();
  }

  @Test
  void resetClearsOnlyItsOwnState() {
    NetworkInference policy =
        new NetworkInference(STUDENT, Normaliser.identity(22), Samples.weights(STUDENT, 1));
    float[] states = new float[48];
    java.util.Arrays.fill(states, 1);
    policy.reset(states, 16);
    assertThat(states[15]).isEqualTo(1);
    assertThat(states[16]).isZero();
    assertThat(states[31]).isZero();
    assertThat(states[32]).isEqualTo(1);
  }

  @Test
  void aStepAllocatesNothing() {
    NetworkInference policy =
        new NetworkInference(STUDENT, Normaliser.identity(22), Samples.weights(STUDENT, 1));
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    float[] observation = new float[22];
    float[] state = new float[16];
    float[] action = new float[4];
    fly(policy, observation, state, action, 20_000);
    long before = threads.getCurrentThreadAllocatedBytes();
    fly(policy, observation, state, action, 100_000);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    // the measurement itself may allocate a little; one object per step would be over 1.6 MB
    assertThat(allocated).isLessThan(10_000);
    assertThat(Collections.max(List.of(state[0], state[1]))).isFinite();
  }

  private static void fly(
      NetworkInference policy, float[] observation, float[] state, float[] action, int steps) {
    for (int i = 0; i < steps; i++) {
      policy.step(observation, 0, state, 0, action, 0);
      observation[i % 22] = action[i % 4];
    }
  }
}
