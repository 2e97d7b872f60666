package eyas.bridge.onboard.source;

import eyas.assets.policy.Activation;
import eyas.assets.policy.LayerSpec;
import eyas.assets.policy.NetworkSpec;
import eyas.assets.policy.Normaliser;
import eyas.assets.policy.PolicyBundle;
import eyas.assets.policy.QuadrotorContracts;
import eyas.assets.policy.Tensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A policy whose shapes fill no block. */
public final class OddPolicy {
  private OddPolicy() {}

  /** Sizes that fill no block, two kinds of activation, a normaliser. */
  public static PolicyBundle bundle(long seed) {
    NetworkSpec network =
        new NetworkSpec(
            List.of(
                LayerSpec.dense(22, 19, Activation.TANH),
                LayerSpec.gru(19, 7),
                LayerSpec.dense(7, 21, Activation.RELU),
                LayerSpec.gru(21, 18),
                LayerSpec.dense(18, 4, Activation.IDENTITY)));
    PolicyBundle bundle = bundle("2-odd.One", network, seed);
    var normaliser = new Normaliser(Collections.nCopies(22, 0.3f), Collections.nCopies(22, 1.7f));
    return PolicyBundle.of(bundle.contract().withNormaliser(normaliser), bundle.weights());
  }

  /** A network with the quadrotor's contract and seeded random weights. */
  static PolicyBundle bundle(String name, NetworkSpec network, long seed) {
    Random random = new Random(seed);
    Map<String, Tensor> weights = new LinkedHashMap<>();
    network
        .weightShapes()
        .forEach(
            (weight, shape) -> {
              float[] values = new float[shape.stream().reduce(1, (a, b) -> a * b)];
              for (int i = 0; i < values.length; i++) {
                values[i] = (float) (0.4 * random.nextGaussian());
              }
              weights.put(weight, Tensor.of(values, shape));
            });
    return PolicyBundle.of(
        QuadrotorContracts.student(name, QuadrotorContracts.motors(), network, Map.of()), weights);
  }
}
