package eyas.assets.policy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Small bundles with seeded random weights. */
public final class Samples {
  private Samples() {}

  /** Random weights of the spread that a trained network has. */
  public static Map<String, Tensor> weights(NetworkSpec network, long seed) {
    Random random = new Random(seed);
    Map<String, Tensor> weights = new LinkedHashMap<>();
    network
        .weightShapes()
        .forEach(
            (name, shape) -> {
              float[] values = new float[shape.stream().reduce(1, (a, b) -> a * b)];
              for (int i = 0; i < values.length; i++) {
                values[i] = (float) (0.4 * random.nextGaussian());
              }
              weights.put(name, Tensor.of(values, shape));
            });
    return weights;
  }

  /** A student for motors with golden vectors. */
  public static PolicyBundle student(long seed) {
    NetworkSpec network = NetworkSpec.recurrent(22, 16, 4);
    PolicyContract contract =
        QuadrotorContracts.student(
            "student", QuadrotorContracts.motors(), network, Map.of("seed", seed, "rate", 0.1f));
    return PolicyBundle.of(contract, weights(network, seed)).recordGolden(seed, 5, 1e-5);
  }

  /** A report of a gate. */
  public static GateReport gate(boolean passed) {
    return new GateReport(passed, "JBullet success 0.97 of 0.90.", Map.of("success", 0.97));
  }
}
