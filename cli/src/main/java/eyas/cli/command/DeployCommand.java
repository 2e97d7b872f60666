package eyas.cli.command;

import eyas.assets.robot.NamedQuadrotors;
import eyas.cli.rehearsal.Deployment;
import eyas.cli.rehearsal.FlightOutcome;
import eyas.cli.run.Console;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code eyas deploy}: flies a policy on the robot behind a ROS master. */
@Command(
    name = "deploy",
    description = "fly a policy on the robot at ROS_MASTER_URI, playing the operator")
public final class DeployCommand extends EyasCommand {
  @Mixin private RobotTask task = new RobotTask();
  @Mixin private MissionOptions mission = new MissionOptions();

  @Option(
      names = "--quadrotor",
      paramLabel = "NAME",
      defaultValue = "x500",
      description = "which quadrotor it is, for its hover thrust (see list; default: x500)")
  private String quadrotor = "x500";

  @Option(
      names = "--real",
      description = "the robot is a real one: its pilot stands by and the space is clear")
  private boolean real;

  @Option(
      names = "--running",
      description = "the policy node runs already, started by roslaunch: play the operator only")
  private boolean running;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "ROS",
      description = "arguments of the operator's node, such as __ns:=/drone or from:=to")
  private List<String> arguments = new ArrayList<>();

  /** Creates the command for picocli. */
  public DeployCommand() {}

  @Override
  protected int run(Console console) {
    task.check();
    common().refusePreset("A deployment has no preset. Choose a policy with --policy DIR.");
    return mission.report(
        "deployment", fly(mission.deployment(), console), common().runs().root(), console);
  }

  private FlightOutcome fly(Deployment deployment, Console console) {
    return running
        ? deployment.flyRunning(arguments, System.getenv(), real, console::say)
        : deployment.fly(
            arguments,
            System.getenv(),
            NamedQuadrotors.get(quadrotor).hoverSpeed(),
            real,
            console::say);
  }
}
