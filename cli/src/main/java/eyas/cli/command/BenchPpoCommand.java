package eyas.cli.command;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code eyas bench ppo}: the teacher of EgoPush in fused kernels and in PyTorch, in one run. */
@Command(name = "ppo", description = "PPO in fused kernels beside PPO in PyTorch")
public final class BenchPpoCommand extends ActionCommand {
  private static final String TASK = "egopush";

  @Option(
      names = "--iterations",
      paramLabel = "N",
      defaultValue = "9",
      description = "iterations measured each; the median counts (default: 9)")
  private int iterations = 9;

  /** Creates the command for picocli. */
  public BenchPpoCommand() {}

  @Override
  protected String task() {
    return TASK;
  }

  @Override
  protected String action() {
    return "bench ppo";
  }

  @Override
  protected Map<String, String> arguments() {
    return Map.of("iterations", Integer.toString(iterations));
  }
}
