package eyas.cli.command;

import picocli.CommandLine.Command;

/** {@code eyas evaluate}: compare policies on the same quadrotors, starts and random numbers. */
@Command(
    name = "evaluate",
    description = "compare policies on the same quadrotors, starts and random numbers")
public final class EvaluateCommand extends PolicyCommand {
  /** Creates the command for picocli. */
  public EvaluateCommand() {}

  @Override
  protected String action() {
    return "evaluate";
  }
}
