package eyas.assets.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eyas.assets.policy.inference.NetworkInference;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bundles and inference of networks with encoders. */
class EncodedBundleTest {
  private static final long SEED = 3;

  @TempDir Path folder;

  private static PolicyBundle bundle(LayerSpec encoder) {
    NetworkSpec network =
        EncodedNetworks.recurrent(encoder, 6, List.of(5), Activation.RELU, 4, Activation.TANH);
    return PolicyBundle.of(
        QuadrotorContracts.student("encoded", QuadrotorContracts.motors(), network, Map.of()),
        Samples.weights(network, SEED));
  }

  @Test
  void pointNetworksComeBackFromDiskWithTheirGoldenVectors() {
    LayerSpec points =
        new PointEncoder(List.of(2, 4), List.of(8, 9), Activation.RELU, Optional.of(-10.0))
            .layer(4);
    roundTrip(bundle(points));
  }

  @Test
  void imageNetworksComeBackFromDiskWithTheirGoldenVectors() {
    ImageEncoder.Filters filters = new ImageEncoder.Filters(3, 2, 1);
    LayerSpec images = new ImageEncoder(2, 3, 3, List.of(filters), 5, Activation.RELU).layer(4);
    roundTrip(bundle(images));
  }

  private void roundTrip(PolicyBundle bundle) {
    PolicyBundle golden = bundle.recordGolden(SEED, 5, 1e-6).verify();
    golden.save(folder.resolve("policy"));
    PolicyBundle loaded = PolicyBundle.load(folder.resolve("policy")).verify();
    assertThat(loaded.contract()).isEqualTo(golden.contract());
    assertThat(loaded.contract().network().layers().get(0).shared()).isPresent();
  }

  @Test
  void convolutionAgreesWithItsDefinition() {
    ConvolutionShape shape = new ConvolutionShape(2, 5, 6, 3, 3, 2);
    NetworkSpec network =
        new NetworkSpec(List.of(LayerSpec.convolution(shape, Activation.IDENTITY)));
    Map<String, Tensor> weights = Samples.weights(network, SEED);
    float[] image = new float[60];
    Random random = new Random(SEED + 1);
    for (int i = 0; i < image.length; i++) {
      image[i] = (float) random.nextGaussian();
    }
    float[] out = new float[network.outputs()];
    new NetworkInference(network, Normaliser.identity(60), weights)
        .step(image, 0, new float[0], 0, out, 0);
    for (int filter = 0; filter < 3; filter++) {
      for (int row = 0; row < 2; row++) {
        for (int column = 0; column < 2; column++) {
          assertThat((double) out[(filter * 2 + row) * 2 + column])
              .as("filter %d at (%d, %d), seed %d", filter, row, column, SEED)
              .isCloseTo(
                  sum(weights, image, filter, row, column),
                  org.assertj.core.data.Offset.offset(1e-5));
        }
      }
    }
  }

  private static double sum(
      Map<String, Tensor> weights, float[] image, int filter, int row, int column) {
    double sum = weights.get("layers.0.bias").get(filter);
    for (int channel = 0; channel < 2; channel++) {
      for (int y = 0; y < 3; y++) {
        for (int x = 0; x < 3; x++) {
          float weight =
              weights.get("layers.0.weight").get(((filter * 2 + channel) * 3 + y) * 3 + x);
          sum += weight * image[(channel * 5 + 2 * row + y) * 6 + 2 * column + x];
        }
      }
    }
    return sum;
  }

  @Test
  void refusesShapesThatNoNetworkHas() {
    assertThatExceptionOfType(BundleException.class)
        .isThrownBy(() -> new ConvolutionShape(1, 4, 9, 2, 5, 1))
        .withMessageContaining("does not fit into an image of 4 x 9");
    NetworkSpec memory = new NetworkSpec(List.of(LayerSpec.gru(3, 3)));
    assertThatExceptionOfType(BundleException.class)
        .isThrownBy(() -> new SharedSlices(memory, List.of(1), Optional.empty()))
        .withMessageContaining("cannot have memory");
    NetworkSpec dense = new NetworkSpec(List.of(LayerSpec.dense(3, 2, Activation.RELU)));
    assertThatExceptionOfType(BundleException.class)
        .isThrownBy(() -> new SharedSlices(dense, List.of(2, 0), Optional.empty()))
        .withMessageContaining("[2, 0]");
  }
}
