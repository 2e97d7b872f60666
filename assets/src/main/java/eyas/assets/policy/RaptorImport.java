package eyas.assets.policy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns the released weights of the RAPTOR foundation policy (Eschmann et al., arXiv 2509.11481)
 * into a bundle named {@code raptor}: the published {@code policy.tar}, or the same 2084 numbers in
 * one little-endian file. Layers: dense 22-16 ReLU, GRU 16, dense 16-4.
 */
public final class RaptorImport {
  private static final int NUMBERS = 2084;
  private static final int GOLDEN_STEPS = 20;
  private static final int OBSERVATIONS = 22;
  private static final int ACTIONS = 4;
  private static final double TOLERANCE = 1e-5;
  private static final String INITIAL = "initial hidden state";

  /** Paths within the archive, in the order of the raw file. */
  private static final Map<String, String> PATHS = paths();

  private RaptorImport() {}

  /** Reads {@code policy.tar} or the raw file; which of them is told from the content. */
  public static PolicyBundle read(Path file) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException failure) {
      throw new BundleException(
          "The released weights " + file + " cannot be read: " + failure + ".", failure);
    }
    return read(bytes, file.toString());
  }

  /** Reads the bytes of either form; {@code source} names the file in messages. */
  static PolicyBundle read(byte[] bytes, String source) {
    if (Tar.isTar(bytes)) {
      return fromTar(Tar.read(bytes, source), source);
    }
    BundleException.require(
        bytes.length == 4 * NUMBERS,
        source
            + " is neither a tar archive nor "
            + NUMBERS
            + " little-endian floats ("
            + 4 * NUMBERS
            + " bytes); it has "
            + bytes.length
            + " bytes.");
    return fromRaw(floats(bytes, source), source);
  }

  private static Map<String, String> paths() {
    Map<String, String> paths = new LinkedHashMap<>();
    paths.put("layers.0.weight", "actor/layers/0/weights/parameters/data");
    paths.put("layers.0.bias", "actor/layers/0/biases/parameters/data");
    paths.put("layers.1.weight_ih", "actor/layers/1/weights_input/parameters/data");
    paths.put("layers.1.bias_ih", "actor/layers/1/biases_input/parameters/data");
    paths.put("layers.1.weight_hh", "actor/layers/1/weights_hidden/parameters/data");
    paths.put("layers.1.bias_hh", "actor/layers/1/biases_hidden/parameters/data");
    paths.put(INITIAL, "actor/layers/1/initial_hidden_state/parameters/data");
    paths.put("layers.2.weight", "actor/layers/2/weights/parameters/data");
    paths.put("layers.2.bias", "actor/layers/2/biases/parameters/data");
    return paths;
  }

  private static PolicyBundle fromTar(Map<String, byte[]> files, String source) {
    Map<String, float[]> arrays = new LinkedHashMap<>();
    PATHS.forEach((name, path) -> arrays.put(name, floats(required(files, path, source), source)));
    PolicyBundle bundle = bundle(arrays, source);
    byte[] input = files.get("example/input/data");
    byte[] output = files.get("example/output/data");
    if (input == null || output == null) {
      return bundle.recordGolden(0, GOLDEN_STEPS, TOLERANCE);
    }
    List<GoldenVector> golden = golden(floats(input, source), floats(output, source), source);
    return bundle.withContract(bundle.contract().withGolden(golden, TOLERANCE)).verify();
  }

  private static PolicyBundle fromRaw(float[] values, String source) {
    Map<String, float[]> arrays = new LinkedHashMap<>();
    Map<String, List<Integer>> shapes = network().weightShapes();
    int position = 0;
    for (String name : PATHS.keySet()) {
      int size = shapes.getOrDefault(name, List.of(16)).stream().reduce(1, (a, b) -> a * b);
      arrays.put(name, Arrays.copyOfRange(values, position, position + size));
      position += size;
    }
    return bundle(arrays, source).recordGolden(0, GOLDEN_STEPS, TOLERANCE);
  }

  private static NetworkSpec network() {
    return NetworkSpec.recurrent(OBSERVATIONS, 16, ACTIONS);
  }

  private static PolicyBundle bundle(Map<String, float[]> arrays, String source) {
    for (float value : arrays.remove(INITIAL)) {
      BundleException.require(
          value == 0, source + ": the initial hidden state is not zero, as it was in the release.");
    }
    Map<String, Tensor> weights = new LinkedHashMap<>();
    network()
        .weightShapes()
        .forEach((name, shape) -> weights.put(name, Tensor.of(arrays.get(name), shape)));
    Map<String, Object> provenance =
        Map.of(
            "source", "rl-tools/raptor, released checkpoint 2025-04-19_16-16-17",
            "paper", "Eschmann, Albani, Loianno: RAPTOR, arXiv 2509.11481");
    PolicyContract contract =
        QuadrotorContracts.student("raptor", QuadrotorContracts.motors(), network(), provenance)
            .withLicence(RaptorLicence.mit());
    return PolicyBundle.of(contract, weights);
  }

  /** The first steps of every batch of the example [step][batch][value]. */
  private static List<GoldenVector> golden(float[] input, float[] output, String source) {
    BundleException.require(
        output.length > 0
            && output.length % (2 * ACTIONS) == 0
            && input.length / OBSERVATIONS == output.length / ACTIONS
            && input.length % OBSERVATIONS == 0,
        source + ": the example does not have the form [step][2][22] and [step][2][4].");
    int steps = Math.min(GOLDEN_STEPS, output.length / (2 * ACTIONS));
    List<GoldenVector> vectors = new ArrayList<>();
    for (int batch = 0; batch < 2; batch++) {
      vectors.add(
          new GoldenVector(
              rows(input, steps, batch, OBSERVATIONS), rows(output, steps, batch, ACTIONS)));
    }
    return vectors;
  }

  private static List<List<Float>> rows(float[] values, int steps, int batch, int size) {
    List<List<Float>> rows = new ArrayList<>();
    for (int step = 0; step < steps; step++) {
      int start = (2 * step + batch) * size;
      rows.add(GoldenRecorder.boxed(Arrays.copyOfRange(values, start, start + size)));
    }
    return rows;
  }

  private static byte[] required(Map<String, byte[]> files, String path, String source) {
    byte[] content = files.get(path);
    BundleException.require(
        content != null, source + " holds no entry " + path + ". Is it RAPTOR's policy.tar?");
    return content;
  }

  private static float[] floats(byte[] bytes, String source) {
    BundleException.require(
        bytes.length % 4 == 0,
        source + ": an entry of " + bytes.length + " bytes holds no floats.");
    float[] values = new float[bytes.length / 4];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    for (float value : values) {
      BundleException.require(
          Float.isFinite(value), source + " holds a number that is not finite. It is damaged.");
    }
    return values;
  }
}
