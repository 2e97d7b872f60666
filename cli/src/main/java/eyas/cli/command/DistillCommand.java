package eyas.cli.command;

import eyas.cli.run.Phase;
import picocli.CommandLine.Command;

/** {@code eyas distill}: train teachers if needed, then the students. */
@Command(name = "distill", description = "train teachers if needed, then the students")
public final class DistillCommand extends ChainCommand {
  /** Creates the command for picocli. */
  public DistillCommand() {}

  @Override
  protected Phase last() {
    return Phase.DISTILL;
  }
}
