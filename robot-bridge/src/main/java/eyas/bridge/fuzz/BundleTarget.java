package eyas.bridge.fuzz;

import eyas.assets.policy.BundleException;
import eyas.assets.policy.GateReport;
import eyas.assets.policy.NetworkSpec;
import eyas.assets.policy.PolicyBundle;
import eyas.assets.policy.QuadrotorContracts;
import eyas.assets.policy.Tensor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Policy bundles: either the document or the weights are damaged. Half of the damaged weights come
 * with the hash that fits them, so that the reader of tensors is reached.
 */
final class BundleTarget implements FuzzTarget {
  private static final List<String> WORDS =
      List.of(
          "{",
          "}",
          "[",
          "]",
          "null",
          "1e999",
          "-1",
          "\"a\":",
          "NaN",
          "0x",
          "99999999999999999999",
          "\"shape\":[65536,65536]",
          "\"data_offsets\":[0,9223372036854775807]",
          "{\"a\":".repeat(2000));

  private static final Path FOLDER = Path.of("damaged");
  private static final int DOCUMENT = 0;
  private static final int WEIGHTS = 1;
  private static final int WEIGHTS_WITH_HASH = 2;

  private final byte[] document;
  private final byte[] weights;
  private final String text;
  private final String hash;

  private BundleTarget(byte[] document, byte[] weights) {
    this.document = document;
    this.weights = weights;
    this.text = new String(document, StandardCharsets.UTF_8);
    this.hash = hash(weights);
  }

  /** Damage to a small bundle, which is written to a temporary folder first. */
  static BundleTarget small() {
    NetworkSpec network = NetworkSpec.recurrent(22, 3, 4);
    Map<String, Tensor> weights = new LinkedHashMap<>();
    network.weightShapes().forEach((name, shape) -> weights.put(name, values(shape)));
    PolicyBundle bundle =
        PolicyBundle.of(
                QuadrotorContracts.student(
                    "fuzz", QuadrotorContracts.motors(), network, Map.of("seed", 1)),
                weights)
            .recordGolden(1, 1, 1e-5)
            .sealForced(new GateReport(false, "not flown", Map.of()), true);
    try {
      Path folder = Files.createTempDirectory("eyas-fuzz");
      Path place = folder.resolve("bundle");
      bundle.save(place);
      Path json = place.resolve("policy.json");
      Path tensors = place.resolve("weights.safetensors");
      BundleTarget target = new BundleTarget(Files.readAllBytes(json), Files.readAllBytes(tensors));
      for (Path made : List.of(json, tensors, place, folder)) {
        Files.delete(made);
      }
      return target;
    } catch (IOException failure) {
      throw new FuzzException("No bundle could be written: " + failure.getMessage(), failure);
    }
  }

  private static Tensor values(List<Integer> shape) {
    float[] values = new float[shape.stream().reduce(1, (a, b) -> a * b)];
    for (int i = 0; i < values.length; i++) {
      values[i] = 0.1f * (i % 7 - 3);
    }
    return Tensor.of(values, shape);
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256.", impossible);
    }
  }

  @Override
  public String name() {
    return "bundles";
  }

  // the first byte says what the others are
  @Override
  public byte[] damaged(SplittableRandom random) {
    byte kind = (byte) random.nextInt(3);
    byte[] part = new Damage(random, WORDS).of(kind == DOCUMENT ? document : weights);
    byte[] input = new byte[1 + part.length];
    input[0] = kind;
    System.arraycopy(part, 0, input, 1, part.length);
    return input;
  }

  @Override
  public void read(byte[] input, SplittableRandom random) {
    byte[] part = Arrays.copyOfRange(input, 1, input.length);
    PolicyBundle bundle =
        switch (input[0]) {
          case DOCUMENT -> PolicyBundle.read(part, weights, FOLDER);
          case WEIGHTS -> PolicyBundle.read(document, part, FOLDER);
          case WEIGHTS_WITH_HASH ->
              PolicyBundle.read(
                  text.replace(hash, hash(part)).getBytes(StandardCharsets.UTF_8), part, FOLDER);
          default -> throw new FuzzException("There is no kind " + input[0] + ".");
        };
    bundle.verify();
  }

  @Override
  public Class<? extends Exception> refusal() {
    return BundleException.class;
  }
}
