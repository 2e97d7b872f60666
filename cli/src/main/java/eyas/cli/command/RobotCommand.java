package eyas.cli.command;

import eyas.bridge.link.NodeRunner;
import eyas.cli.robot.SimulatedRobot;
import eyas.cli.run.Console;
import eyas.cli.run.RunException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code eyas robot}: a simulated robot behind the topics of MAVROS, until it is stopped. */
@Command(
    name = "robot",
    description = "a simulated robot (JBullet) behind the topics of MAVROS; needs a ROS master")
public final class RobotCommand extends EyasCommand {
  @Mixin private RobotTask task = new RobotTask();
  @Mixin private RobotOptions robot = new RobotOptions();

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "ROS",
      description = "arguments of a ROS node, such as __ns:=/drone or from:=to")
  private List<String> arguments = new ArrayList<>();

  /** Creates the command for picocli. */
  public RobotCommand() {}

  @Override
  protected int run(Console console) {
    task.check();
    common().refusePreset("A simulated robot has no preset. Choose one with --quadrotor NAME.");
    SimulatedRobot main =
        new SimulatedRobot(robot.config(common().runOptions().seed().orElse(1)), robot.speed());
    try {
      NodeRunner.run(NodeRunner.provider("ros1"), main, arguments);
      return DONE;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new RunException("The simulated robot was interrupted.", stopped);
    }
  }
}
