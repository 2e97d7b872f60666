package eyas.policies.evaluate;

import eyas.assets.policy.PolicyBundle;
import eyas.policies.analytic.LaneNetwork;
import eyas.policies.analytic.LanePolicy;
import java.util.Optional;

/**
 * A policy that a kernel can fly together with the world.
 *
 * @param form the policy in kernels
 * @param weights packed as the kernels read them
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data, never compared
public record FusedPolicy(LanePolicy form, float[] weights) {
  /** Returns the fused twin of a bundle, unless its network or its normaliser has no kernel. */
  public static Optional<FusedPolicy> of(PolicyBundle bundle) {
    return LaneNetwork.find(bundle.contract().network())
        .filter(network -> bundle.contract().normaliser().isIdentity())
        .map(network -> new FusedPolicy(network, network.pack(bundle.weights())));
  }
}
