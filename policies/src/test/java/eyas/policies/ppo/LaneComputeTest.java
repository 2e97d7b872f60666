package eyas.policies.ppo;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.DataType;
import eyas.assets.policy.Activation;
import eyas.assets.policy.EncodedNetworks;
import eyas.assets.policy.NetworkSpec;
import eyas.assets.policy.PointEncoder;
import eyas.policies.network.TorchEngine;
import eyas.policies.network.WeightInitializer;
import eyas.policies.rollout.RolloutBuffer;
import eyas.sim.device.ComputeDevice;
import eyas.sim.device.Lanes;
import eyas.sim.random.Philox;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fused kernels against PyTorch: outputs, figures and the whole gradient. */
class LaneComputeTest {
  private static final int STEPS = 5;
  private static final int ENVIRONMENTS = 17;
  private static final int ACTIONS = 2;
  private static final int CRITIC_INPUTS = 7;
  private static final double MASKED = -10;

  private final Philox random = Philox.host(29, 0);

  private static NetworkSpec actor(boolean points) {
    if (!points) {
      return PpoSpecs.dense(11, List.of(16, 8), Activation.RELU, ACTIONS, Activation.TANH);
    }
    PointEncoder encoder =
        new PointEncoder(List.of(4, 3), List.of(8, 4), Activation.RELU, Optional.of(MASKED));
    return EncodedNetworks.memoryless(
        encoder.layer(ACTIONS), List.of(16, 24), Activation.TANH, ACTIONS, Activation.IDENTITY);
  }

  private void fill(float[] values, double scale) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (scale * random.nextGaussian());
    }
  }

  /** Observations of which a third of the points is not seen. */
  private void observe(float[] rows, int inputs, int slices) {
    fill(rows, 1);
    for (int at = 0; at < rows.length; at += inputs) {
      for (int k = 0; k < slices; k++) {
        if (random.nextInt(3) == 0) {
          java.util.Arrays.fill(rows, at + 3 * k, at + 3 * k + 3, (float) MASKED);
        }
      }
    }
  }

  private RolloutBuffer buffer(NetworkSpec actor, boolean points) {
    RolloutBuffer buffer =
        new RolloutBuffer(STEPS, ENVIRONMENTS, actor.inputs(), CRITIC_INPUTS, ACTIONS);
    observe(buffer.actorRows(), actor.inputs(), points ? 7 : 0);
    fill(buffer.criticRows(), 1);
    fill(buffer.actionRows(), 0.7);
    fill(buffer.meanRows(), 0.7);
    fill(buffer.logProbabilities(), 0.4);
    for (int i = 0; i < buffer.samples(); i++) {
      buffer.logProbabilities()[i] -= 2.2f;
    }
    return buffer;
  }

  private PpoTargets targets(int samples) {
    float[][] values = new float[3][samples];
    for (float[] each : values) {
      fill(each, 0.5);
    }
    return new PpoTargets(values[0], values[1], values[2], 0);
  }

  @ParameterizedTest
  @CsvSource({"true, 1", "true, 8", "true, 16", "false, 1", "false, 16"})
  void kernelsAgreeWithTorch(boolean points, int lanes) {
    NetworkSpec spec = actor(points);
    NetworkSpec critic =
        PpoSpecs.dense(CRITIC_INPUTS, List.of(8, 16), Activation.TANH, 1, Activation.IDENTITY);
    PpoConfig.Update config = new PpoConfig.Update(1, 50, 1e-3, 0, 0.2, true, 0.7, 0.03, 1, true);
    RolloutBuffer buffer = buffer(spec, points);
    PpoTargets targets = targets(buffer.samples());
    float[] before = {-0.3f, 0.1f};
    int[] order = new int[buffer.samples()];
    java.util.Arrays.setAll(order, i -> (i * 7) % order.length);
    try (PpoModel model = new PpoModel(TorchEngine.open(1), spec, critic, DataType.FLOAT32);
        ComputeDevice device = ComputeDevice.open("auto")) {
      model.initialise(
          WeightInitializer.draw(spec, random, 1), WeightInitializer.draw(critic, random, 1), 0.8);
      LaneShape shape = LaneShape.find(spec).orElseThrow();
      LaneShape criticShape = LaneShape.find(critic).orElseThrow();
      try (TorchCompute torch = new TorchCompute(model, config);
          LaneCompute kernels =
              new LaneCompute(device, Lanes.of(lanes), shape, criticShape, model, config, buffer)) {
        outputsAgree(torch, kernels, buffer);
        torch.begin(buffer, targets, before);
        kernels.begin(buffer, targets, before);
        gradientsAgree(torch, kernels, model.weights().length, order);
      }
    }
  }

  private static void outputsAgree(PpoCompute torch, PpoCompute kernels, RolloutBuffer buffer) {
    float[][] means = new float[2][buffer.samples() * ACTIONS];
    torch.means(buffer.actorRows(), means[0]);
    kernels.means(buffer.actorRows(), means[1]);
    assertThat(means[1]).containsExactly(means[0], Offset.offset(2e-5f));
    int count = buffer.samples() + ENVIRONMENTS;
    float[][] values = new float[2][count];
    torch.values(buffer.criticRows(), count, values[0]);
    kernels.values(buffer.criticRows(), count, values[1]);
    assertThat(values[1]).containsExactly(values[0], Offset.offset(2e-5f));
  }

  private static void gradientsAgree(PpoCompute torch, PpoCompute kernels, int size, int[] order) {
    for (int from : new int[] {0, 50}) {
      int to = Math.min(from + 50, order.length);
      float[][] gradients = new float[2][size];
      float[] wanted = torch.gradient(order, from, to, gradients[0]);
      float[] given = kernels.gradient(order, from, to, gradients[1]);
      assertThat(given).as("figures").containsExactly(wanted, Offset.offset(2e-5f));
      assertThat(gradients[1]).as("gradient").containsExactly(gradients[0], Offset.offset(3e-5f));
      assertThat(largest(gradients[0])).isGreaterThan(0.01f);
    }
  }

  private static float largest(float[] values) {
    float most = 0;
    for (float value : values) {
      most = Math.max(most, Math.abs(value));
    }
    return most;
  }
}
