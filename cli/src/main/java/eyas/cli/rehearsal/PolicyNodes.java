package eyas.cli.rehearsal;

import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.NodeConfiguration;
import eyas.bridge.link.NodeRunner;
import eyas.bridge.node.PolicyNode;
import eyas.bridge.node.PolicyNodeMain;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts policy nodes: in a process of their own, as on a robot, or in this one. */
public final class PolicyNodes {
  private static final String NAME = "policy";
  private static final double SAFE_SECONDS = 0.2;
  // a machine that stalls may deliver a sensor's message this late, with simulated time
  private static final double REPLAY_PATIENCE = 2;

  private PolicyNodes() {}

  /** The arguments of a policy node that flies a quadrotor with a bundle. */
  static List<String> arguments(Path policy, double hoverThrust, List<String> more) {
    List<String> arguments = new ArrayList<>();
    arguments.add("_policy:=" + policy.toAbsolutePath());
    // a stopped policy neither sinks nor climbs for the moment until the autopilot takes over
    arguments.add("_hover_thrust:=" + hoverThrust);
    arguments.add("_safe_thrust:=" + hoverThrust);
    arguments.add("_safe_seconds:=" + SAFE_SECONDS);
    arguments.add("_replay_patience:=" + REPLAY_PATIENCE);
    arguments.addAll(more);
    return arguments;
  }

  /**
   * Starts a node in a Java process with this one's class path.
   *
   * @param environment address of the master
   */
  static PolicyRunner process(List<String> arguments, Map<String, String> environment) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx128m", "-XX:+UseSerialGC", "-Xshare:auto"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(PolicyNodeMain.class.getName());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    Child child = Child.start("the policy node", builder);
    return new PolicyRunner() {
      @Override
      public Optional<String> ended() {
        return child.ended();
      }

      @Override
      public List<String> lines() {
        return child.lines();
      }

      @Override
      public void close() {
        child.close();
      }
    };
  }

  /**
   * Starts a node in this process; what it refuses is thrown.
   *
   * @param environment address of the master
   */
  static PolicyRunner inside(List<String> arguments, Map<String, String> environment) {
    ConnectedNode node =
        NodeRunner.start(
            NodeRunner.provider("ros1"),
            new PolicyNode(),
            new NodeConfiguration(NAME, arguments, environment));
    return new PolicyRunner() {
      @Override
      public Optional<String> ended() {
        return node.running() ? Optional.empty() : Optional.of("The policy node has left.");
      }

      @Override
      public List<String> lines() {
        return List.of();
      }

      @Override
      public void close() {
        node.close();
      }
    };
  }

  /** A node that somebody else has started, and will stop. */
  static PolicyRunner elsewhere() {
    return new PolicyRunner() {
      @Override
      public Optional<String> ended() {
        return Optional.empty();
      }

      @Override
      public List<String> lines() {
        return List.of();
      }

      @Override
      public void close() {}
    };
  }
}
