package eyas.cli.command;

import eyas.cli.run.Pipelines;
import eyas.cli.run.UsageException;
import picocli.CommandLine.Parameters;

/** The task that a command works on; read by picocli. */
public final class TaskChoice {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "TASK",
      description = "name of a task, e.g. quadrotor (see list)")
  private String task = "";

  /** Creates the choice of no task. */
  public TaskChoice() {}

  /** Returns the task's name; a missing one is refused. */
  public String name() {
    if (task.isEmpty()) {
      throw new UsageException(
          "Name a task: one of " + String.join(", ", Pipelines.all().keySet()) + ".");
    }
    return task;
  }
}
