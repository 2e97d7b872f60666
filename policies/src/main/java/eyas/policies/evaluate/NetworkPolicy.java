package eyas.policies.evaluate;

import eyas.assets.policy.PolicyBundle;
import eyas.assets.policy.inference.PolicyInference;
import java.util.Optional;
import java.util.function.Supplier;

/** Flies a network in plain Java, the way a robot runs it, on all cores. */
public final class NetworkPolicy implements FlightPolicy {
  private final String name;
  private final String group;
  private final Supplier<? extends PolicyInference> network;
  private final Optional<FusedPolicy> fused;
  private PolicyInference[] workers = {};
  private float[] state = {};

  /**
   * Creates a policy that is flown in plain Java only.
   *
   * @param name name in reports
   * @param group observation group that it reads
   * @param network gives a new instance for each thread
   */
  public NetworkPolicy(String name, String group, Supplier<? extends PolicyInference> network) {
    this(name, group, network, Optional.empty());
  }

  private NetworkPolicy(
      String name,
      String group,
      Supplier<? extends PolicyInference> network,
      Optional<FusedPolicy> fused) {
    this.name = name;
    this.group = group;
    this.network = network;
    this.fused = fused;
  }

  /** Returns the policy of a bundle, which reads what the robot senses. */
  public static NetworkPolicy of(PolicyBundle bundle) {
    return of("onboard", bundle);
  }

  /** Returns the policy of a bundle; a kernel can fly it where its network has one. */
  public static NetworkPolicy of(String group, PolicyBundle bundle) {
    return new NetworkPolicy(
        bundle.contract().name(), group, bundle::inference, FusedPolicy.of(bundle));
  }

  @Override
  public Optional<FusedPolicy> fused() {
    return fused;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String group() {
    return group;
  }

  @Override
  public void start(int environments) {
    workers = new PolicyInference[Batches.parts(environments)];
    for (int i = 0; i < workers.length; i++) {
      workers[i] = network.get();
    }
    state = new float[environments * workers[0].stateSize()];
    for (int e = 0; e < environments; e++) {
      workers[0].reset(state, e * workers[0].stateSize());
    }
  }

  @Override
  public void forget(boolean[] ended) {
    for (int e = 0; e < ended.length; e++) {
      if (ended[e]) {
        workers[0].reset(state, e * workers[0].stateSize());
      }
    }
  }

  @Override
  public void act(float[] observations, float[] actions) {
    int environments = observations.length / workers[0].observations();
    Batches.parallel(
        environments,
        (part, from, to) -> {
          PolicyInference worker = workers[part];
          for (int e = from; e < to; e++) {
            worker.step(
                observations,
                e * worker.observations(),
                state,
                e * worker.stateSize(),
                actions,
                e * worker.actions());
          }
        });
  }
}
