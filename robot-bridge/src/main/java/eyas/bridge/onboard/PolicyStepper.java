package eyas.bridge.onboard;

import eyas.assets.policy.BundleException;
import eyas.assets.policy.PolicyBundle;
import eyas.assets.policy.PolicyContract;
import eyas.assets.policy.inference.PolicyInference;

/**
 * A policy with its memory: the recurrent state and the last output. Steps at the training rate
 * advance the memory; steps between them (trial steps) see it and leave it alone, as RAPTOR's PX4
 * module does. Nothing is allocated after construction. For one robot and one thread.
 */
public final class PolicyStepper {
  private final PolicyContract contract;
  private final PolicyInference inference;
  private final float[] seen;
  private final float[] state;
  private final float[] trial;
  private final float[] action;
  private final float[] remembered;

  /**
   * Creates a stepper whose memory is reset.
   *
   * @param bundle the policy
   */
  public PolicyStepper(PolicyBundle bundle) {
    this.contract = bundle.contract();
    this.inference = bundle.inference();
    this.seen = new float[inference.observations()];
    this.state = new float[inference.stateSize()];
    this.trial = new float[inference.stateSize()];
    this.action = new float[inference.actions()];
    this.remembered = new float[inference.actions()];
    reset();
  }

  /**
   * Refuses a bundle that may not act on a robot: one that is not sealed, and one whose seal was
   * forced unless that is allowed.
   *
   * @param bundle the policy
   * @param allowForced whether a forced seal will do: for experiments on a test stand
   * @param howToAllow what to do to take a forced seal on one's own risk
   */
  public static void requireSeal(PolicyBundle bundle, boolean allowForced, String howToAllow) {
    bundle.requireSealed();
    if (bundle.seal().orElseThrow().forced() && !allowForced) {
      throw new BundleException(
          "Policy `"
              + bundle.contract().name()
              + "` has a forced seal: it has not passed the usual transfer gate. Fly it with ./eyas"
              + " transfer and seal it with ./eyas export, or take it on your own risk with "
              + howToAllow
              + ".");
    }
  }

  /** Forgets the past: on activation, and after the policy was not in control. */
  public void reset() {
    inference.reset(state, 0);
    java.util.Arrays.fill(action, 0f);
    java.util.Arrays.fill(remembered, 0f);
  }

  /**
   * A step at the training rate, which advances the memory.
   *
   * @param observation values in the order of the contract; it is not changed
   */
  public void step(float[] observation) {
    look(observation);
    inference.step(seen, 0, state, 0, action, 0);
    System.arraycopy(action, 0, remembered, 0, action.length);
  }

  /**
   * A step between two of the training rate; the memory stays as it is.
   *
   * @param observation values in the order of the contract; it is not changed
   */
  public void trialStep(float[] observation) {
    look(observation);
    System.arraycopy(state, 0, trial, 0, state.length);
    inference.step(seen, 0, trial, 0, action, 0);
  }

  /** Clips as in training. */
  private void look(float[] observation) {
    System.arraycopy(observation, 0, seen, 0, seen.length);
    contract.observation().clip(seen, 0);
  }

  /**
   * Maps the last action to a command.
   *
   * @param out receives one value per action [units of the contract]
   */
  public void command(float[] out) {
    contract.action().toCommand(action, 0, out, 0);
  }

  /** What the policy saw in its last step, clipped; to be read only. */
  public float[] seen() {
    return seen;
  }

  /** Its last output, before clip and mapping; to be read only [1]. */
  public float[] action() {
    return action;
  }

  /**
   * The output of the last step at the training rate: what the policy observes as its previous
   * action.
   *
   * @param out receives one value per action from {@code offset} on [1]
   */
  public void previousAction(float[] out, int offset) {
    System.arraycopy(remembered, 0, out, offset, remembered.length);
  }
}
