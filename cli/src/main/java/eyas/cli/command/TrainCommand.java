package eyas.cli.command;

import eyas.cli.run.Phase;
import picocli.CommandLine.Command;

/** {@code eyas train}: train the teachers of a task. */
@Command(name = "train", description = "train the teachers of a task")
public final class TrainCommand extends ChainCommand {
  /** Creates the command for picocli. */
  public TrainCommand() {}

  @Override
  protected Phase last() {
    return Phase.TRAIN;
  }
}
