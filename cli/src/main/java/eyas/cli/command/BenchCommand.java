package eyas.cli.command;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What all benches share: a task that need not be named, and sizes. */
public abstract class BenchCommand extends ActionCommand {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "TASK",
      defaultValue = "quadrotor",
      description = "name of a task (default: quadrotor)")
  private String task = "quadrotor";

  @Option(names = "--environments", paramLabel = "N", description = "environments side by side")
  private Optional<Integer> environments = Optional.empty();

  @Option(names = "--teachers", paramLabel = "N", description = "teachers of a fleet")
  private Optional<Integer> teachers = Optional.empty();

  @Option(names = "--seeds", paramLabel = "N", description = "repetitions with other seeds")
  private Optional<Integer> seeds = Optional.empty();

  @Option(names = "--seconds", paramLabel = "S", description = "how long to measure [s]")
  private Optional<Integer> seconds = Optional.empty();

  /** For subclasses. */
  protected BenchCommand() {}

  @Override
  protected String task() {
    return task;
  }

  @Override
  protected String action() {
    return "bench " + getClass().getAnnotation(Command.class).name();
  }

  @Override
  protected Map<String, String> arguments() {
    Map<String, String> arguments = new TreeMap<>();
    environments.ifPresent(count -> arguments.put("environments", count.toString()));
    teachers.ifPresent(count -> arguments.put("teachers", count.toString()));
    seeds.ifPresent(count -> arguments.put("seeds", count.toString()));
    seconds.ifPresent(count -> arguments.put("seconds", count.toString()));
    return arguments;
  }
}
