package eyas.cli.command;

import java.util.Optional;
import picocli.CommandLine.Option;

/** Which run a command works in; read by picocli. */
public final class RunChoice {
  @Option(
      names = {"--resume", "--run"},
      arity = "0..1",
      fallbackValue = "latest",
      paramLabel = "RUN",
      description = "work in this run: latest (the default), its name or its path")
  private Optional<String> selector = Optional.empty();

  /** Creates the choice of no run. */
  public RunChoice() {}

  /** Returns the selector, if one was given. */
  public Optional<String> selector() {
    return selector;
  }
}
