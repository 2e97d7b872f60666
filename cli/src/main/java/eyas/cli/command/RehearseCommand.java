package eyas.cli.command;

import eyas.cli.rehearsal.Rehearsal;
import eyas.cli.run.Console;
import eyas.cli.run.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code eyas rehearse}: a whole deployment without hardware. */
@Command(
    name = "rehearse",
    description = "fly a policy over real topics without hardware; exit code 0 only if it flew")
public final class RehearseCommand extends EyasCommand {
  @Mixin private RobotTask task = new RobotTask();
  @Mixin private RobotOptions robot = new RobotOptions();
  @Mixin private MissionOptions mission = new MissionOptions();

  @Option(
      names = "--master",
      paramLabel = "auto|in-jvm",
      defaultValue = "auto",
      description = "auto takes roscore where there is one (default: auto)")
  private String master = "auto";

  @Option(names = "--faults", description = "break things in flight and see that it stays safe")
  private boolean faults;

  /** Creates the command for picocli. */
  public RehearseCommand() {}

  @Override
  protected int run(Console console) {
    task.check();
    common().refusePreset("A rehearsal has no preset. Choose a quadrotor with --quadrotor NAME.");
    if (!master.equals("auto") && !master.equals("in-jvm")) {
      throw new UsageException(
          "--master stands for '" + master + "', but only auto and in-jvm are allowed.");
    }
    Rehearsal rehearsal =
        new Rehearsal(
            robot.config(common().runOptions().seed().orElse(1)),
            robot.speed(),
            mission.deployment(),
            master.equals("auto"),
            faults);
    return mission.report(
        "rehearsal", rehearsal.fly(console::say), common().runs().root(), console);
  }
}
