package eyas.cli.rehearsal;

import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.NodeConfiguration;
import eyas.bridge.link.NodeRunner;
import eyas.cli.robot.RobotConfig;
import eyas.cli.robot.SimulatedRobot;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A deployment without hardware: a master, a simulated robot and a policy node are started, the
 * mission is flown over their topics, and all are stopped.
 *
 * @param robot what flies where
 * @param speed of time, 1 for real time
 * @param deployment policy, course and limits
 * @param roscore whether the real roscore is taken where there is one
 * @param faults whether things are broken in flight
 */
public record Rehearsal(
    RobotConfig robot, double speed, Deployment deployment, boolean roscore, boolean faults) {
  /** In real time the node is given more time than a robot's computer would need. */
  public Rehearsal {
    if (speed == 1) {
      deployment = deployment.patient();
    }
  }

  /** Flies. */
  public FlightOutcome fly(Consumer<String> say) {
    try (Master master = master(say)) {
      SimulatedRobot main = new SimulatedRobot(robot, speed);
      try (ConnectedNode body = start(main, master);
          PolicyRunner policy =
              deployment.policy(robot.quadrotor().hoverSpeed(), master.environment())) {
        say.accept("robot: " + robot.quadrotor().name() + " as node " + body.name());
        return fly(master, policy, say);
      }
    }
  }

  private static ConnectedNode start(SimulatedRobot main, Master master) {
    return NodeRunner.start(
        NodeRunner.provider("ros1"),
        main,
        new NodeConfiguration(main.defaultName(), List.of(), master.environment()));
  }

  private FlightOutcome fly(Master master, PolicyRunner policy, Consumer<String> say) {
    try (ConnectedNode node = deployment.operator(master.environment());
        Mission mission = new Mission(node, deployment.course(), policy::ended, say)) {
      return MissionFlight.fly(
          mission,
          deployment.course(),
          deployment.limits(),
          () -> faults ? new FaultFlight(mission, master, node, say).fly() : List.of(),
          false,
          surroundings(master),
          say);
    }
  }

  private Master master(Consumer<String> say) {
    Optional<Path> program = roscore ? Roscore.program() : Optional.empty();
    Master master = program.<Master>map(Roscore::new).orElseGet(InnerMaster::new);
    say.accept(
        "master: "
            + master.kind()
            + " at "
            + master.uri()
            + (roscore && program.isEmpty() ? " (there is no roscore on PATH)" : ""));
    return master;
  }

  private Map<String, Object> surroundings(Master master) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("master", master.kind());
    values.put("quadrotor", robot.quadrotor().name());
    values.put("speed", speed);
    values.put("noise", robot.noise());
    values.put("delay", robot.delay());
    values.put("wind", robot.wind());
    values.put("seed", robot.seed());
    values.putAll(deployment.facts());
    return new LinkedHashMap<>(values);
  }
}
