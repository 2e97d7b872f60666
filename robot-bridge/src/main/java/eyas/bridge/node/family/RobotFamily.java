package eyas.bridge.node.family;

import eyas.assets.policy.ActionContract;
import eyas.assets.policy.PolicyContract;
import eyas.bridge.link.ConnectedNode;
import eyas.bridge.node.input.Timebase;
import java.util.List;
import java.util.Optional;

/**
 * A kind of robot behind a kind of topics. Found by {@link java.util.ServiceLoader} and selected by
 * the parameter {@code ~family}.
 */
public interface RobotFamily {
  /** The name that {@code ~family} selects, such as {@code quadrotor-mavros}. */
  String name();

  /** What it can provide; {@code previous-action} comes from the node and is not listed. */
  List<NamedInput> inputs();

  /** What it takes, by name; for joints any names are taken if {@link #takesAnyOutput} says so. */
  List<NamedOutput> outputs();

  /**
   * Whether outputs are matched with the robot at run time, as joints are.
   *
   * @param action of the policy
   */
  default boolean takesAnyOutput(ActionContract action) {
    return false;
  }

  /**
   * Why a policy cannot fly here at all although its names may fit.
   *
   * @param contract of the policy
   * @return a sentence with the roads that are open, or empty
   */
  default Optional<String> refusal(PolicyContract contract) {
    return Optional.empty();
  }

  /**
   * Connects to the robot.
   *
   * @param node makes publishers and subscribers
   * @param contract of the policy, which has been matched
   * @param settings the node's private parameters
   * @param timebase of the node
   */
  RobotPort open(ConnectedNode node, PolicyContract contract, Settings settings, Timebase timebase);
}
