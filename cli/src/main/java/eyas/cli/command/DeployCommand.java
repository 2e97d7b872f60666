package eyas.cli.command;

import eyas.assets.robot.NamedQuadrotors;
import eyas.cli.run.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

  /** Creates the command for picocli. */
  public DeployCommand() {}

  @Override
  protected int run(Console console) {
    task.check();
    common().refusePreset("A deployment has no preset. Choose a policy with --policy DIR.");
    double hoverThrust = NamedQuadrotors.get(quadrotor).hoverSpeed();
    return mission.report(
        "deployment",
        mission.deployment().fly(System.getenv(), hoverThrust, real, console::say),
        common().runs().root(),
        console);
  }
}
