package eyas.cli.command;

import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which quadrotors a command flies or trains on; read by picocli. */
public final class QuadrotorChoice {
  @Option(
      names = "--quadrotors",
      paramLabel = "FILE.csv|NAME",
      description = "quadrotors of a table, or one by its name (see list)")
  private Optional<String> quadrotors = Optional.empty();

  /** Creates the choice of no quadrotors: each command has its own default. */
  public QuadrotorChoice() {}

  /** Adds the choice, if one was made, to the arguments of a command. */
  void addTo(Map<String, String> arguments) {
    quadrotors.ifPresent(chosen -> arguments.put("quadrotors", chosen));
  }
}
