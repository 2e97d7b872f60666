package eyas.bridge.node;

import eyas.assets.policy.ActionContract;
import eyas.assets.policy.GateReport;
import eyas.assets.policy.NetworkSpec;
import eyas.assets.policy.PolicyBundle;
import eyas.assets.policy.PolicyContract;
import eyas.assets.policy.QuadrotorContracts;
import eyas.assets.policy.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Small policies with seeded random weights. */
final class TestBundles {
  private static final long SEED = 11;

  private TestBundles() {}

  static PolicyBundle rates() {
    return quadrotor(QuadrotorContracts.rates(6, 3));
  }

  static PolicyBundle quadrotor(ActionContract action) {
    NetworkSpec network = NetworkSpec.recurrent(22, 16, 4);
    return of(QuadrotorContracts.student("student", action, network, Map.of()));
  }

  static PolicyBundle of(PolicyContract contract) {
    Random random = new Random(SEED);
    Map<String, Tensor> weights = new LinkedHashMap<>();
    for (Map.Entry<String, List<Integer>> entry : contract.network().weightShapes().entrySet()) {
      int size = entry.getValue().stream().reduce(1, Math::multiplyExact);
      float[] values = new float[size];
      for (int i = 0; i < size; i++) {
        values[i] = (float) (0.3 * random.nextGaussian());
      }
      weights.put(entry.getKey(), Tensor.of(values, entry.getValue()));
    }
    return PolicyBundle.of(contract, weights).recordGolden(SEED, 5, 1e-5);
  }

  static PolicyBundle sealed(PolicyBundle bundle) {
    return bundle.seal(new GateReport(true, "Made for a test.", Map.of()));
  }
}
