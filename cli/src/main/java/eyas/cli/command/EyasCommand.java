package eyas.cli.command;

import eyas.cli.run.Console;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** What all commands share: the common options, a console and an exit code. */
public abstract class EyasCommand implements Callable<Integer> {
  /** Exit code of a command that did what it was asked for. */
  protected static final int DONE = 0;

  @Mixin private CommonOptions common = new CommonOptions();

  /** For subclasses. */
  protected EyasCommand() {}

  /** Returns the options that every command takes. */
  public CommonOptions common() {
    return common;
  }

  /** Runs the command. */
  @Override
  public final Integer call() {
    PrintStream out = System.out;
    if (!common.json()) {
      return run(common.console(out, System.err));
    }
    // libraries that print must not spoil the JSON
    System.setOut(System.err);
    try {
      return run(common.console(out, System.err));
    } finally {
      System.setOut(out);
    }
  }

  /** Does the work and returns the exit code. */
  protected abstract int run(Console console);
}
