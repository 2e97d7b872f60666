package eyas.cli.command;

import eyas.assets.config.Suggestions;
import eyas.cli.run.UsageException;
import java.util.List;
import picocli.CommandLine.Parameters;

/** Which kind of robot a command is about; read by picocli. */
public final class RobotTask {
  private static final List<String> KNOWN = List.of("quadrotor");

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "ROBOT",
      defaultValue = "quadrotor",
      description = "kind of robot (default: quadrotor)")
  private String name = "quadrotor";

  /** Creates the choice with its default. */
  public RobotTask() {}

  /** Refuses a kind of robot that has no simulated twin. */
  void check() {
    if (!KNOWN.contains(name)) {
      throw new UsageException(
          "There is no simulated robot '" + name + "'. " + Suggestions.sentence(name, KNOWN));
    }
  }
}
