package eyas.cli.command;

import eyas.cli.run.Console;
import eyas.cli.run.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code eyas replay}: runs the dump of a failed environment again. */
@Command(name = "replay", description = "run the dump of a failed environment again")
public final class ReplayCommand extends ActionCommand {
  @Parameters(index = "0", paramLabel = "DUMP", description = "file that the error named")
  private Path dump = Path.of("");

  @Option(
      names = "--task",
      paramLabel = "TASK",
      defaultValue = "quadrotor",
      description = "task of the dump (default: quadrotor)")
  private String task = "quadrotor";

  /** Creates the command for picocli. */
  public ReplayCommand() {}

  @Override
  protected String action() {
    return "replay";
  }

  @Override
  protected String task() {
    return task;
  }

  @Override
  protected int run(Console console) {
    if (!Files.exists(dump)) {
      throw new UsageException(
          "The dump " + dump + " does not exist. Give the file that the error message named.");
    }
    return super.run(console);
  }

  @Override
  protected Map<String, String> arguments() {
    return Map.of("dump", dump.toString());
  }
}
