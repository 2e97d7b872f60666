package eyas.distill.vision;

import static org.assertj.core.api.Assertions.assertThat;

import eyas.assets.policy.Activation;
import eyas.assets.policy.EncodedNetworks;
import eyas.assets.policy.ImageEncoder;
import eyas.assets.policy.NetworkSpec;
import eyas.policies.network.NetworkWeights;
import eyas.policies.network.TorchEngine;
import eyas.policies.network.WeightInitializer;
import eyas.sim.device.ComputeDevice;
import eyas.sim.device.Lanes;
import eyas.sim.random.Philox;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kernels for pictures against PyTorch: actions, memory, losses and the whole gradient. */
class ImageKernelsTest {
  private static final int STEPS = 3;
  private static final int ENVIRONMENTS = 9;
  private static final int EXTRAS = 2;
  private static final ImageEncoder IMAGES =
      new ImageEncoder(
          3,
          11,
          14,
          List.of(
              new ImageEncoder.Filters(8, 5, 2),
              new ImageEncoder.Filters(16, 3, 1),
              new ImageEncoder.Filters(8, 2, 1)),
          16,
          Activation.RELU);

  private final Philox random = Philox.host(31, 0);

  private static NetworkSpec spec(int memory) {
    return memory == 0
        ? EncodedNetworks.memoryless(
            IMAGES.layer(EXTRAS), List.of(24), Activation.TANH, 2, Activation.IDENTITY)
        : EncodedNetworks.recurrent(
            IMAGES.layer(EXTRAS), memory, List.of(24), Activation.TANH, 2, Activation.IDENTITY);
  }

  private VisionWindow window(NetworkSpec spec) {
    VisionWindow window =
        VisionWindow.empty(STEPS, ENVIRONMENTS, spec.inputs(), spec.stateSize(), 2, 9);
    fill(window.rows());
    blank(window.rows(), spec.inputs());
    fill(window.hidden());
    fill(window.actions());
    fill(window.relations());
    for (int i = 0; i < window.keep().length; i++) {
      window.keep()[i] = random.nextInt(4) == 0 ? 0 : 1;
    }
    return window;
  }

  // some pictures show nothing
  private void blank(float[] rows, int stride) {
    int pixels = (stride - EXTRAS) / 3;
    for (int i = 0; i < 3 * STEPS * ENVIRONMENTS; i++) {
      if (random.nextInt(3) == 0) {
        int from = i / 3 * stride + i % 3 * pixels;
        java.util.Arrays.fill(rows, from, from + pixels, 0);
      }
    }
  }

  private void fill(float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "0, 8", "0, 16", "6, 16"})
  void kernelsAgreeWithTorch(int memory, int lanes) {
    NetworkSpec spec = spec(memory);
    NetworkWeights first = WeightInitializer.draw(spec, random, 1);
    VisionWindow window = window(spec);
    int samples = STEPS * ENVIRONMENTS;
    try (ComputeDevice device = ComputeDevice.open("auto")) {
      ImageKernels kernels =
          new ImageKernels(
              device, Lanes.of(lanes), ImageShape.find(spec).orElseThrow(), spec.inputs(), samples);
      try (VisionModel torch = new VisionModel(TorchEngine.open(1), first, 1);
          VisionModel fused =
              new VisionModel(TorchEngine.open(1), first, 1, Optional.of(kernels))) {
        actionsAgree(torch, fused, window);
        float[][] gradients = new float[2][torch.weights().length];
        double[] wanted = torch.gradient(window, 0.3, gradients[0]);
        double[] given = fused.gradient(window, 0.3, gradients[1]);
        assertThat(given).containsExactly(wanted, Offset.offset(1e-5));
        assertThat(gradients[1]).containsExactly(gradients[0], Offset.offset(2e-5f));
        assertThat(largest(gradients[0])).isGreaterThan(0.01f);
      }
    }
  }

  private static void actionsAgree(VisionModel torch, VisionModel fused, VisionWindow window) {
    int state = window.hidden().length;
    float[] rows = java.util.Arrays.copyOf(window.rows(), window.rows().length / STEPS);
    float[] keep = java.util.Arrays.copyOf(window.keep(), ENVIRONMENTS);
    float[][] hidden = {window.hidden().clone(), window.hidden().clone()};
    float[][] actions = new float[2][2 * ENVIRONMENTS];
    torch.act(rows, hidden[0], keep, actions[0]);
    fused.act(rows, hidden[1], keep, actions[1]);
    assertThat(actions[1]).containsExactly(actions[0], Offset.offset(1e-5f));
    if (state > 0) {
      assertThat(hidden[1]).containsExactly(hidden[0], Offset.offset(1e-5f));
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
