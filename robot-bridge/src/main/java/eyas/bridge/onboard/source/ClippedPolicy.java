package eyas.bridge.onboard.source;

import eyas.assets.policy.PolicyBundle;
import eyas.assets.policy.PolicyContract;
import eyas.assets.policy.inference.PolicyInference;

/**
 * What the generated code does, in Java: clip, normalise, network, mapping. One state; for one
 * thread.
 */
public final class ClippedPolicy {
  private final PolicyContract contract;
  private final PolicyInference inference;
  private final float[] seen;
  private final float[] state;

  /** A policy at its start. */
  public ClippedPolicy(PolicyBundle bundle) {
    contract = bundle.contract();
    inference = bundle.inference();
    seen = new float[inference.observations()];
    state = new float[inference.stateSize()];
    reset();
  }

  /** Forgets the past. */
  public void reset() {
    inference.reset(state, 0);
  }

  /**
   * One step.
   *
   * @param observation in the order of the contract; not changed
   * @param action receives the outputs before clipping [1]
   * @param command receives the commands [units of the contract]
   */
  public void step(float[] observation, float[] action, float[] command) {
    System.arraycopy(observation, 0, seen, 0, seen.length);
    contract.observation().clip(seen, 0);
    inference.step(seen, 0, state, 0, action, 0);
    contract.action().toCommand(action, 0, command, 0);
  }
}
