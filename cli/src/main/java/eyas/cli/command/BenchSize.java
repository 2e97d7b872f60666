package eyas.cli.command;

import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How much a bench of speed computes; read by picocli. */
public final class BenchSize {
  @Option(names = "--environments", paramLabel = "N", description = "environments side by side")
  private Optional<Integer> environments = Optional.empty();

  @Option(
      names = "--seconds",
      paramLabel = "S",
      description = "how long each number is measured [s]")
  private Optional<Integer> seconds = Optional.empty();

  /** Creates the bench's own size. */
  public BenchSize() {}

  /** Adds the size, if one was given, to the arguments of a command. */
  void addTo(Map<String, String> arguments) {
    environments.ifPresent(count -> arguments.put("environments", count.toString()));
    seconds.ifPresent(count -> arguments.put("seconds", count.toString()));
  }
}
