package eyas.cli;

import eyas.cli.command.EyasCommand;
import eyas.cli.command.Groups;
import java.io.PrintStream;
import java.nio.file.Path;
import picocli.CommandLine;

/** The program {@code eyas}. Exit codes: 2 usage, 3 configuration, 4 device, 5 gate, 1 other. */
public final class Main {
  private static final int INTERRUPTED = 130;

  private Main() {}

  /** Runs a command and ends the virtual machine with its exit code. */
  public static void main(String... arguments) {
    int code = run(arguments);
    if (code != INTERRUPTED) {
      System.exit(code);
    }
    // the virtual machine is going down already, and ends with 130 itself
  }

  /** Runs a command and returns its exit code. */
  static int run(String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    Failures failures = new Failures(arguments);
    CommandLine line = new CommandLine(new Groups.Root());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler((wrong, given) -> failures.report(wrong, out, err));
    line.setExecutionExceptionHandler(
        (failure, at, parsed) -> failures.report(failure, runs(at), out, err));
    try {
      return line.execute(arguments);
    } catch (Error failure) {
      return failures.report(failure, out, err);
    }
  }

  private static Path runs(CommandLine at) {
    return at.getCommand() instanceof EyasCommand command
        ? command.common().runs().root()
        : Path.of("runs");
  }
}
