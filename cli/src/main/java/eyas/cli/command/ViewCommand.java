package eyas.cli.command;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code eyas view}: a live window, or a recording of the same pictures. */
@Command(name = "view", description = "watch a policy in a window, or record it to a GIF or PNGs")
public final class ViewCommand extends ActionCommand {
  @Mixin private TaskChoice task = new TaskChoice();

  @Option(
      names = "--policy",
      paramLabel = "POLICY",
      description =
          "teacher, student, random, scripted or the folder of a bundle (default: the shipped"
              + " student, else teacher, else scripted)")
  private Optional<String> policy = Optional.empty();

  @Option(
      names = "--record",
      paramLabel = "FILE.gif|DIR",
      description = "write a GIF, or PNGs into a new folder; opens no window")
  private Optional<String> record = Optional.empty();

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "control steps (default: until the window is closed; recorded: one episode)")
  private Optional<Integer> steps = Optional.empty();

  /** Creates the command for picocli. */
  public ViewCommand() {}

  @Override
  protected String action() {
    return "view";
  }

  @Override
  protected String task() {
    return task.name();
  }

  @Override
  protected Map<String, String> arguments() {
    Map<String, String> arguments = new TreeMap<>();
    policy.ifPresent(given -> arguments.put("policy", given));
    record.ifPresent(given -> arguments.put("record", given));
    steps.ifPresent(count -> arguments.put("steps", count.toString()));
    return arguments;
  }
}
