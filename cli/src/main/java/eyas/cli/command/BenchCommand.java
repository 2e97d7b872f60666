package eyas.cli.command;

import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What all benches share: a task that need not be named. */
public abstract class BenchCommand extends ActionCommand {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "TASK",
      defaultValue = "quadrotor",
      description = "name of a task (default: quadrotor)")
  private String task = "quadrotor";

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
  protected final Map<String, String> arguments() {
    Map<String, String> arguments = new TreeMap<>();
    addTo(arguments);
    return arguments;
  }

  /** Adds the bench's own options by name. */
  protected abstract void addTo(Map<String, String> arguments);
}
