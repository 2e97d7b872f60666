package eyas.cli.command;

import eyas.cli.run.Console;
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

  @Override
  protected int run(Console console) {
    common()
        .refusePreset(
            "The gate always flies the same preset. Leave out --preset; single keys of the preset"
                + " change with --set, e.g. --set sampler.gust=0.5.");
    return super.run(console);
  }
}
