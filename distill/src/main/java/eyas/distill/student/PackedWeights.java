package eyas.distill.student;

import eyas.policies.analytic.LaneNetwork;
import eyas.policies.network.NetworkWeights;
import java.util.LinkedHashMap;
import java.util.Map;

/** Weights of one policy between the device's order and named tensors. */
public final class PackedWeights {
  private PackedWeights() {}

  /** Returns the named weights of member {@code member} in {@code packed}. */
  public static NetworkWeights named(LaneNetwork network, float[] packed, int member) {
    Map<String, float[]> tensors = new LinkedHashMap<>();
    network
        .unpack(packed, member * network.weights())
        .forEach((name, tensor) -> tensors.put(name, tensor.values()));
    return new NetworkWeights(network.spec(), tensors);
  }
}
