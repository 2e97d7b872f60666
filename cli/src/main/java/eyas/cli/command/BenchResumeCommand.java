package eyas.cli.command;

import eyas.cli.run.Console;
import eyas.cli.run.KillBench;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code eyas bench resume}: kills a run at seeded points and compares what it makes in the end.
 */
@Command(
    name = "resume",
    description = "kill a run at seeded points, resume it, compare all that it makes")
public final class BenchResumeCommand extends EyasCommand {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "TASK",
      defaultValue = "quadrotor",
      description = "name of a task (default: quadrotor)")
  private String task = "quadrotor";

  @Option(
      names = "--kills",
      paramLabel = "N",
      defaultValue = "10",
      description = "kills in each stage (default: 10)")
  private int kills = 10;

  @Option(names = "--up-to", paramLabel = "COMMAND", description = "run, train or distill")
  private Optional<String> command = Optional.empty();

  @Option(
      names = "--stages",
      paramLabel = "NAME",
      split = ",",
      description = "stages to kill, such as transfer,export (default: all)")
  private List<String> stages = List.of();

  /** Creates the command for picocli. */
  public BenchResumeCommand() {}

  @Override
  protected int run(Console console) {
    common().refusePreset(ChainCommand.PRESETS);
    KillBench bench =
        new KillBench(
            task,
            command.orElse("run"),
            common().runOptions(),
            common().runs(),
            stages,
            kills,
            console);
    Map<String, Object> values = bench.run();
    console.result(values);
    return Boolean.TRUE.equals(values.get("identical")) ? DONE : 1;
  }
}
