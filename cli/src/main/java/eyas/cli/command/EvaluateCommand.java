package eyas.cli.command;

import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code eyas evaluate}: compare policies on the same quadrotors, starts and random numbers. */
@Command(
    name = "evaluate",
    description = "compare policies on the same quadrotors, starts and random numbers")
public final class EvaluateCommand extends PolicyCommand {
  @Mixin private QuadrotorChoice quadrotors = new QuadrotorChoice();

  @Option(names = "--episodes", paramLabel = "N", description = "episodes for each quadrotor")
  private Optional<Integer> episodes = Optional.empty();

  /** Creates the command for picocli. */
  public EvaluateCommand() {}

  @Override
  protected String action() {
    return "evaluate";
  }

  @Override
  protected Map<String, String> arguments() {
    Map<String, String> arguments = super.arguments();
    quadrotors.addTo(arguments);
    episodes.ifPresent(count -> arguments.put("episodes", count.toString()));
    return arguments;
  }
}
