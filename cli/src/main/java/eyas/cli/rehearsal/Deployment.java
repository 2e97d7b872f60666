package eyas.cli.rehearsal;

import eyas.assets.policy.PolicyBundle;
import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.NodeConfiguration;
import eyas.bridge.link.NodeRunner;
import eyas.cli.run.GateException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A policy and the mission that it flies on a robot.
 *
 * @param policy folder of a sealed bundle
 * @param course what is flown
 * @param limits what counts as flown
 * @param inProcess whether the policy node runs in this process, not in one of its own
 * @param arguments more ROS arguments of the policy node
 */
public record Deployment(
    Path policy, Course course, Limits limits, boolean inProcess, List<String> arguments) {
  private static final String OPERATOR = "operator";
  // a desk machine, which runs simulator and node, stalls longer than a robot's computer may
  private static final List<String> PATIENCE =
      List.of("_timeout_angular_velocity:=0.1", "_timeout_attitude:=0.1");

  /** Refuses a bundle without a seal. */
  public Deployment {
    arguments = List.copyOf(arguments);
    PolicyBundle bundle = PolicyBundle.load(policy);
    if (!bundle.isSealed()) {
      throw new GateException(
          "Policy %s in %s has no seal: it has not passed the transfer gate. Run ./eyas transfer and"
                  .formatted(bundle.contract().name(), policy)
              + " ./eyas export for it first.");
    }
  }

  /**
   * Returns the same with 0.1 s for angular velocity and attitude, unless arguments say otherwise.
   */
  Deployment patient() {
    List<String> all = new ArrayList<>(arguments);
    for (String patience : PATIENCE) {
      String name = patience.substring(0, patience.indexOf('=') + 1);
      if (arguments.stream().noneMatch(given -> given.startsWith(name))) {
        all.add(patience);
      }
    }
    return new Deployment(policy, course, limits, inProcess, all);
  }

  /**
   * Starts the policy node.
   *
   * @param hoverThrust of the robot [0 to 1]
   * @param environment address of the master
   */
  PolicyRunner policy(double hoverThrust, Map<String, String> environment) {
    List<String> all = PolicyNodes.arguments(policy, hoverThrust, arguments);
    return inProcess ? PolicyNodes.inside(all, environment) : PolicyNodes.process(all, environment);
  }

  /** Connects the operator's node. */
  ConnectedNode operator(Map<String, String> environment) {
    return operator(List.of(), environment);
  }

  private static ConnectedNode operator(List<String> names, Map<String, String> environment) {
    return NodeRunner.provider("ros1").connect(new NodeConfiguration(OPERATOR, names, environment));
  }

  /**
   * Starts the policy node and flies on the master that the environment names, where robot and its
   * pilot stand by.
   *
   * @param names ROS arguments of the operator's node
   * @param environment address of the master, as {@code ROS_MASTER_URI} and {@code ROS_IP}
   * @param hoverThrust of the robot [0 to 1]
   * @param real whether the robot may be a real one
   */
  public FlightOutcome fly(
      List<String> names,
      Map<String, String> environment,
      double hoverThrust,
      boolean real,
      Consumer<String> say) {
    try (PolicyRunner runner = policy(hoverThrust, environment)) {
      return fly(names, environment, runner, real, facts(), say);
    }
  }

  /**
   * Flies with a policy node that runs already, as one that roslaunch has started.
   *
   * @param names ROS arguments of the operator's node
   * @param environment address of the master, as {@code ROS_MASTER_URI} and {@code ROS_IP}
   * @param real whether the robot may be a real one
   */
  public FlightOutcome flyRunning(
      List<String> names, Map<String, String> environment, boolean real, Consumer<String> say) {
    PolicyRunner runner = PolicyNodes.elsewhere();
    return fly(names, environment, runner, real, Map.of("policyProcess", "running"), say);
  }

  private FlightOutcome fly(
      List<String> names,
      Map<String, String> environment,
      PolicyRunner runner,
      boolean real,
      Map<String, Object> facts,
      Consumer<String> say) {
    try (ConnectedNode node = operator(names, environment);
        Mission mission = new Mission(node, course, runner::ended, say)) {
      return MissionFlight.fly(mission, course, limits, List::of, real, facts, say);
    }
  }

  /** What is deployed, for reports. */
  Map<String, Object> facts() {
    PolicyBundle bundle = PolicyBundle.load(policy);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("policy", bundle.contract().name());
    values.put("sha256", bundle.seal().orElseThrow().sha256());
    values.put("nodeArguments", arguments);
    values.put("policyProcess", inProcess ? "shared" : "own");
    return values;
  }
}
