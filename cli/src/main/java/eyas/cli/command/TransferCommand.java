package eyas.cli.command;

import picocli.CommandLine.Command;

/**
 * {@code eyas transfer}: fly policies in the second physics engine: the gate (exit code 5 when it
 * fails).
 */
@Command(
    name = "transfer",
    description = "fly policies in the second physics engine: the gate (exit code 5 when it fails)")
public final class TransferCommand extends PolicyCommand {
  /** Creates the command for picocli. */
  public TransferCommand() {}

  @Override
  protected String action() {
    return "transfer";
  }
}
