package eyas.bridge.onboard.source;

import eyas.assets.policy.ActionTerm;
import eyas.assets.policy.ObservationTerm;
import eyas.assets.policy.PolicyBundle;
import eyas.assets.policy.PolicyContract;
import java.util.ArrayList;
import java.util.List;

/**
 * What a program must know to feed the generated code, for the file {@code interface.json}.
 *
 * @param id name of the policy and hash of its seal
 * @param prefix beginning of every function's name
 * @param abi version of the generated interface
 * @param period time between steps that advance the recurrent state [s]
 * @param observations in order
 * @param commands in order
 * @param actionClip limit of the actions before mapping [1]
 * @param hidden numbers of recurrent state, filled up
 * @param tolerance largest difference that the self test allows [1]
 * @param frames conventions
 */
public record PolicyInterface(
    String id,
    String prefix,
    int abi,
    double period,
    List<Input> observations,
    List<Output> commands,
    double actionClip,
    int hidden,
    double tolerance,
    String frames) {
  /** Version of the generated interface. */
  public static final int ABI = 1;

  private static final String FRAMES =
      "world ENU, body FLU, quaternions w x y z body to world, SI units";

  /** Keeps immutable copies. */
  public PolicyInterface {
    observations = List.copyOf(observations);
    commands = List.copyOf(commands);
  }

  /**
   * A part of the observation.
   *
   * @param term name, size, unit, frame and clip
   * @param offset where it begins
   */
  public record Input(ObservationTerm term, int offset) {}

  /**
   * A command.
   *
   * @param term name, unit and range
   * @param safe the value when the policy fails [unit of the term]
   */
  public record Output(ActionTerm term, float safe) {}

  /** Describes the code of a bundle. */
  public static PolicyInterface of(PolicyBundle bundle) {
    PolicyContract contract = bundle.contract();
    List<Input> inputs =
        contract.observation().terms().stream()
            .map(term -> new Input(term, contract.observation().offset(term.name())))
            .toList();
    List<Float> safe = SafeCommand.of(contract.action());
    List<Output> outputs = new ArrayList<>();
    for (int i = 0; i < safe.size(); i++) {
      outputs.add(new Output(contract.action().terms().get(i), safe.get(i)));
    }
    return new PolicyInterface(
        PolicyText.id(bundle),
        CText.prefix(contract.name()),
        ABI,
        contract.controlPeriod(),
        inputs,
        outputs,
        contract.action().clip(),
        new NetworkSource(bundle).hidden(),
        contract.tolerance(),
        FRAMES);
  }
}
