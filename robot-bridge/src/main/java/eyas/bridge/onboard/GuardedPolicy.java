package eyas.bridge.onboard;

import eyas.assets.policy.ActionContract;
import eyas.assets.policy.ActionTerm;
import eyas.assets.policy.PolicyBundle;
import eyas.bridge.safety.CommandChannel;
import eyas.bridge.safety.CommandGuard;
import eyas.bridge.safety.Verdict;
import java.util.List;

/**
 * A policy bundle, stepped in plain Java behind a {@link CommandGuard}: observation in, command in
 * the units of the contract out. A step allocates nothing. For one robot and one thread.
 */
public final class GuardedPolicy {
  private final PolicyStepper stepper;
  private final CommandGuard guard;
  private final float[] command;
  private final double[] proposed;

  private GuardedPolicy(PolicyBundle bundle, CommandGuard guard) {
    this.stepper = new PolicyStepper(bundle);
    this.guard = guard;
    this.command = new float[bundle.contract().action().size()];
    this.proposed = new double[command.length];
  }

  /**
   * Takes a bundle that has passed the transfer gate; refuses one that is not sealed, and one whose
   * seal was forced.
   *
   * @param bundle the policy
   * @param channels limits and safe commands, in the order of the bundle's actions
   * @param maxDeadmanAge age of the deadman signal up to which the policy commands [s]
   */
  public static GuardedPolicy of(
      PolicyBundle bundle, List<CommandChannel> channels, double maxDeadmanAge) {
    PolicyStepper.requireSeal(bundle, false, "GuardedPolicy.ofForced");
    return ofForced(bundle, channels, maxDeadmanAge);
  }

  /**
   * Takes a sealed bundle even if its seal was forced, that is, without a passed transfer gate: for
   * experiments on a test stand. Refuses a bundle that is not sealed.
   *
   * @param bundle the policy
   * @param channels limits and safe commands, in the order of the bundle's actions
   * @param maxDeadmanAge age of the deadman signal up to which the policy commands [s]
   */
  public static GuardedPolicy ofForced(
      PolicyBundle bundle, List<CommandChannel> channels, double maxDeadmanAge) {
    bundle.requireSealed();
    return new GuardedPolicy(bundle, new CommandGuard(channels, maxDeadmanAge));
  }

  /**
   * Channels with the ranges of the contract, no slew limit, and the lowest command as the safe
   * one: right for motors, where the lowest command is a stopped rotor.
   *
   * @param contract what the policy's outputs mean
   */
  public static List<CommandChannel> lowestIsSafe(ActionContract contract) {
    return contract.terms().stream().map(GuardedPolicy::lowestIsSafe).toList();
  }

  private static CommandChannel lowestIsSafe(ActionTerm term) {
    double unlimited = Double.POSITIVE_INFINITY;
    return new CommandChannel(
        term.name(), term.minimum(), term.maximum(), unlimited, term.minimum());
  }

  /** Forgets the past: before take-off, and after the policy was not in control. */
  public void reset() {
    stepper.reset();
  }

  /**
   * One step; to be called once in each control period of the contract.
   *
   * @param observation values in the order of the contract; it is not changed
   * @param deadmanAge time since the operator last renewed the deadman signal [s]
   * @param elapsed time since the last step [s]
   * @param out receives the command, one value per action [units of the contract]
   * @return what the guard did; after a stop the policy's memory is reset
   */
  public Verdict step(float[] observation, double deadmanAge, double elapsed, double[] out) {
    stepper.step(observation);
    stepper.command(command);
    // guard
    for (int i = 0; i < command.length; i++) {
      proposed[i] = command[i];
    }
    Verdict verdict = guard.filter(proposed, deadmanAge, elapsed, out);
    if (verdict.stopped()) {
      reset();
    }
    return verdict;
  }

  /**
   * The policy's own last output, before clip and mapping: what it observes as its previous action.
   *
   * @param out receives one value per action [1]
   */
  public void lastAction(float[] out) {
    stepper.previousAction(out, 0);
  }
}
