package eyas.bridge.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import eyas.assets.policy.Activation;
import eyas.assets.policy.BundleException;
import eyas.assets.policy.ConvolutionShape;
import eyas.assets.policy.EncodedNetworks;
import eyas.assets.policy.ImageEncoder;
import eyas.assets.policy.LayerSpec;
import eyas.assets.policy.NetworkSpec;
import eyas.assets.policy.Normaliser;
import eyas.assets.policy.PointEncoder;
import eyas.assets.policy.PolicyBundle;
import eyas.assets.policy.QuadrotorContracts;
import eyas.assets.policy.Tensor;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnnxExportTest {
  @TempDir Path folder;

  private static PolicyBundle shipped(String name) {
    return PolicyBundle.load(Path.of("../../assets/policies", name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"student", "student-raptor", "student-rates", "teacher", "mlp"})
  void agreesWithTheBundleStepByStep(String name) {
    PolicyBundle bundle = shipped(name);
    double difference = OnnxCheck.largestDifference(bundle, OnnxModel.of(bundle), 500, 20);
    assertThat(difference).as(name).isLessThan(OnnxCheck.ALLOWED).isNotNaN();
  }

  @Test
  void severalMemoriesANormaliserAndAllActivationsAgree() {
    PolicyBundle bundle = odd(5);
    double difference = OnnxCheck.largestDifference(bundle, OnnxModel.of(bundle), 50, 20);
    assertThat(difference).isLessThan(OnnxCheck.ALLOWED).isNotNaN();
  }

  @Test
  void aModelOfOtherWeightsIsFound() {
    double difference = OnnxCheck.largestDifference(odd(5), OnnxModel.of(odd(6)), 5, 3);
    assertThat(difference).isGreaterThan(OnnxCheck.ALLOWED);
  }

  @Test
  void theFileTellsItsContract() throws OrtException {
    Path file = folder.resolve("export").resolve(OnnxExport.FILE);
    assertThat(OnnxExport.write(shipped("student"), file)).isLessThan(OnnxCheck.ALLOWED);
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = environment.createSession(file.toString())) {
      assertThat(session.getInputNames()).containsExactly("observation", "state_in");
      assertThat(session.getOutputNames()).containsExactly("action", "command", "state_out");
      TensorInfo info = (TensorInfo) session.getInputInfo().get("state_in").getInfo();
      assertThat(info.getShape()).containsExactly(-1, 32);
      Map<String, String> metadata = session.getMetadata().getCustomMetadata();
      assertThat(metadata).containsEntry("eyas.control-period", "0.01");
      assertThat(metadata.get("eyas.contract")).contains("motor-front-right", "body-to-world");
    }
  }

  @Test
  void refusesAnUnsealedBundle() {
    Path file = folder.resolve(OnnxExport.FILE);
    assertThatExceptionOfType(BundleException.class)
        .isThrownBy(() -> OnnxExport.write(shipped("mlp"), file))
        .withMessageContaining("not sealed");
    assertThat(file).doesNotExist();
  }

  @Test
  void encodersAgree() {
    List<Integer> groups = List.of(1, 3, 1, 2);
    ImageEncoder.Filters filters = new ImageEncoder.Filters(3, 2, 1);
    List<LayerSpec> encoders =
        List.of(
            new PointEncoder(groups, List.of(9, 6), Activation.RELU, Optional.of(-10.0)).layer(1),
            new PointEncoder(groups, List.of(5), Activation.TANH, Optional.empty()).layer(1),
            new ImageEncoder(2, 3, 3, List.of(filters), 5, Activation.RELU).layer(4),
            LayerSpec.convolution(new ConvolutionShape(2, 1, 11, 5, 1, 3), Activation.TANH));
    for (LayerSpec encoder : encoders) {
      PolicyBundle bundle = plain(encoder);
      double difference = OnnxCheck.largestDifference(bundle, OnnxModel.of(bundle), 50, 20);
      assertThat(difference).as("%s", encoder).isLessThan(OnnxCheck.ALLOWED).isNotNaN();
    }
  }

  @Test
  void anEncoderThatDoesNotExcludeIsFound() {
    List<Integer> groups = List.of(1, 3, 1, 2);
    LayerSpec one =
        new PointEncoder(groups, List.of(5), Activation.RELU, Optional.of(-10.0)).layer(1);
    LayerSpec other =
        new PointEncoder(groups, List.of(5), Activation.RELU, Optional.empty()).layer(1);
    double difference = OnnxCheck.largestDifference(plain(one), OnnxModel.of(plain(other)), 50, 20);
    assertThat(difference).isGreaterThan(OnnxCheck.ALLOWED);
  }

  // without a normaliser, so that excluded numbers arrive as they are
  private static PolicyBundle plain(LayerSpec encoder) {
    NetworkSpec network =
        EncodedNetworks.recurrent(encoder, 6, List.of(5), Activation.RELU, 4, Activation.TANH);
    PolicyBundle bundle = bundle(7, network);
    return PolicyBundle.of(
        bundle.contract().withNormaliser(Normaliser.identity(22)), bundle.weights());
  }

  private static PolicyBundle odd(long seed) {
    return bundle(
        seed,
        new NetworkSpec(
            List.of(
                LayerSpec.dense(22, 19, Activation.TANH),
                LayerSpec.gru(19, 7),
                LayerSpec.dense(7, 21, Activation.RELU),
                LayerSpec.gru(21, 18),
                LayerSpec.dense(18, 4, Activation.IDENTITY))));
  }

  private static PolicyBundle bundle(long seed, NetworkSpec network) {
    Random random = new Random(seed);
    Map<String, Tensor> weights = new LinkedHashMap<>();
    network
        .weightShapes()
        .forEach(
            (name, shape) -> {
              float[] values = new float[shape.stream().reduce(1, (a, b) -> a * b)];
              for (int i = 0; i < values.length; i++) {
                values[i] = (float) (0.3 * random.nextGaussian());
              }
              weights.put(name, Tensor.of(values, shape));
            });
    return PolicyBundle.of(
        QuadrotorContracts.student("odd", QuadrotorContracts.rates(6, 3), network, Map.of())
            .withNormaliser(
                new Normaliser(Collections.nCopies(22, 0.3f), Collections.nCopies(22, 1.7f))),
        weights);
  }
}
