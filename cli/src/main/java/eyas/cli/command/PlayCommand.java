package eyas.cli.command;

import picocli.CommandLine.Command;

/** {@code eyas play}: watch a policy fly. */
@Command(name = "play", description = "watch a policy fly")
public final class PlayCommand extends PolicyCommand {
  /** Creates the command for picocli. */
  public PlayCommand() {}

  @Override
  protected String action() {
    return "play";
  }
}
