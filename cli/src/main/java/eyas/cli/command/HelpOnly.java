package eyas.cli.command;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that needs one of its subcommands. */
public abstract class HelpOnly implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  private boolean help;

  /** For subclasses. */
  protected HelpOnly() {}

  /** Returns whether help was asked for. */
  public boolean help() {
    return help;
  }

  @Override
  public void run() {
    CommandLine line = spec.commandLine();
    throw new ParameterException(
        line,
        "Name a command after '"
            + spec.qualifiedName()
            + "': one of "
            + String.join(", ", line.getSubcommands().keySet())
            + ".");
  }
}
