package eyas.cli.command;

import eyas.cli.run.Phase;
import picocli.CommandLine.Command;

/** {@code eyas run}: train, distil, evaluate, pass the transfer gate and seal: the whole chain. */
@Command(
    name = "run",
    description = "train, distil, evaluate, pass the transfer gate and seal: the whole chain")
public final class RunCommand extends ChainCommand {
  /** Creates the command for picocli. */
  public RunCommand() {}

  @Override
  protected Phase last() {
    return Phase.EXPORT;
  }
}
