package eyas.bridge.node.family;

import eyas.assets.policy.ActionTerm;
import eyas.assets.policy.ObservationTerm;
import eyas.assets.policy.PolicyContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A policy's contract, matched with a robot family by name, size, unit and frame. Writes
 * observations without allocating.
 */
public final class Binding {
  /** The term that the node itself provides: the policy's own last output. */
  public static final String PREVIOUS_ACTION = "previous-action";

  private final int[] inputs;
  private final int[] offsets;
  private final int previousAction;
  private final int size;

  private Binding(PolicyContract contract, RobotFamily family) {
    List<ObservationTerm> terms = contract.observation().terms();
    inputs = new int[terms.size()];
    offsets = new int[terms.size()];
    int offset = 0;
    int previous = -1;
    for (int i = 0; i < inputs.length; i++) {
      ObservationTerm term = terms.get(i);
      offsets[i] = offset;
      inputs[i] = isPreviousAction(term, contract) ? -1 : index(family, term);
      previous = inputs[i] < 0 ? offset : previous;
      offset += term.size();
    }
    previousAction = previous;
    size = offset;
  }

  /**
   * Matches a contract.
   *
   * @param contract of the policy
   * @param family of the robot
   * @throws FamilyException naming all terms that do not fit and what there is instead
   */
  public static Binding of(PolicyContract contract, RobotFamily family) {
    Optional<String> refusal = family.refusal(contract);
    if (refusal.isPresent()) {
      throw new FamilyException(refusal.get());
    }
    requireInputs(contract, family);
    requireOutputs(contract, family);
    return new Binding(contract, family);
  }

  private static void requireInputs(PolicyContract contract, RobotFamily family) {
    List<String> missing = new ArrayList<>();
    for (ObservationTerm term : contract.observation().terms()) {
      if (!isPreviousAction(term, contract) && index(family, term) < 0) {
        missing.add(NamedInput.words(term));
      }
    }
    if (!missing.isEmpty()) {
      throw new FamilyException(
          "Policy `%s` needs %s, which robot family %s does not provide; it provides %s, and the node `previous-action` (%d values [1], frame none). Choose the family the policy was made for with ~family."
              .formatted(
                  contract.name(),
                  String.join(", ", missing),
                  family.name(),
                  family.inputs(),
                  contract.action().size()));
    }
  }

  private static void requireOutputs(PolicyContract contract, RobotFamily family) {
    if (family.takesAnyOutput(contract.action())) {
      return;
    }
    List<ActionTerm> terms = contract.action().terms();
    boolean fits = terms.size() == family.outputs().size();
    for (int i = 0; fits && i < terms.size(); i++) {
      fits = family.outputs().get(i).fits(terms.get(i));
    }
    if (!fits) {
      throw new FamilyException(
          "Policy `%s` commands %s, but robot family %s takes %s, in this order. Choose the family the policy was made for with ~family."
              .formatted(
                  contract.name(),
                  terms.stream().map(t -> new NamedOutput(t.name(), t.unit())).toList(),
                  family.name(),
                  family.outputs()));
    }
  }

  private static boolean isPreviousAction(ObservationTerm term, PolicyContract contract) {
    return term.equals(ObservationTerm.of(PREVIOUS_ACTION, contract.action().size(), "1", "none"));
  }

  private static int index(RobotFamily family, ObservationTerm term) {
    for (int i = 0; i < family.inputs().size(); i++) {
      if (family.inputs().get(i).fits(term)) {
        return i;
      }
    }
    return -1;
  }

  /** Number of values in an observation. */
  public int size() {
    return size;
  }

  /** Where the previous action stands within the observation, or -1. */
  public int previousAction() {
    return previousAction;
  }

  /**
   * Writes all inputs of the robot; the previous action is left as it is.
   *
   * @param port the robot
   * @param observation receives them in the order of the contract
   */
  public void observe(RobotPort port, float[] observation) {
    for (int i = 0; i < inputs.length; i++) {
      if (inputs[i] >= 0) {
        port.write(inputs[i], observation, offsets[i]);
      }
    }
  }
}
