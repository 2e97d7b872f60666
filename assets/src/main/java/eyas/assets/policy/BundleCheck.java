package eyas.assets.policy;

import java.util.List;
import java.util.Map;

/** The checks behind {@link PolicyBundle#verify()}. */
final class BundleCheck {
  private BundleCheck() {}

  /** Weights have exactly the names and shapes of the network and are finite. */
  static void weights(PolicyContract contract, Map<String, Tensor> weights) {
    Map<String, List<Integer>> shapes = contract.network().weightShapes();
    String policy = "Policy `" + contract.name() + "`: ";
    BundleException.require(
        shapes.keySet().equals(weights.keySet()),
        policy
            + "the weights are named "
            + weights.keySet()
            + ", but the network needs "
            + shapes.keySet()
            + ".");
    shapes.forEach(
        (name, shape) -> {
          Tensor tensor = weights.get(name);
          BundleException.require(
              tensor.shape().equals(shape),
              policy
                  + name
                  + " has shape "
                  + tensor.shape()
                  + ", but the network needs "
                  + shape
                  + ".");
          BundleException.require(
              tensor.isFinite(), policy + name + " holds a number that is not finite.");
        });
  }

  /** Inference reproduces every golden vector within the tolerance. */
  static void golden(PolicyBundle bundle) {
    PolicyContract contract = bundle.contract();
    for (int v = 0; v < contract.golden().size(); v++) {
      GoldenVector vector = contract.golden().get(v);
      double difference = GoldenRecorder.largestDifference(bundle.inference(), vector);
      BundleException.require(
          difference <= contract.tolerance(),
          "Policy `"
              + contract.name()
              + "` misses its golden vector "
              + v
              + " by "
              + difference
              + ", but "
              + contract.tolerance()
              + " is allowed. Weights, normaliser and golden"
              + " vectors do not belong together.");
    }
  }

  /** A seal fits contract, weights and gate report. */
  static void seal(PolicyBundle bundle) {
    if (bundle.seal().isEmpty()) {
      return;
    }
    String policy = "Policy `" + bundle.contract().name() + "` ";
    Seal seal = bundle.seal().get();
    GateReport gate =
        bundle
            .gate()
            .orElseThrow(() -> new BundleException(policy + "has a seal but no gate report."));
    BundleException.require(
        gate.passed() || seal.forced(), policy + "has a seal, but its gate report did not pass.");
    byte[] weights = Safetensors.write(bundle.weights());
    String hash = BundleHash.seal(bundle.contract(), weights, gate, seal.forced());
    BundleException.require(
        hash.equals(seal.sha256()),
        policy
            + "has a broken seal: contract, weights or gate report were changed after sealing."
            + " Fetch the bundle again or pass the transfer gate anew.");
  }
}
