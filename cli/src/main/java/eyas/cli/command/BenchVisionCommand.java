package eyas.cli.command;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code eyas bench vision}: the student of EgoPush, its pictures in kernels and in PyTorch. */
@Command(name = "vision", description = "learning from pictures in kernels beside PyTorch")
public final class BenchVisionCommand extends ActionCommand {
  private static final String TASK = "egopush";

  @Option(
      names = "--updates",
      paramLabel = "N",
      defaultValue = "5",
      description = "updates measured each; the median counts (default: 5)")
  private int updates = 5;

  /** Creates the command for picocli. */
  public BenchVisionCommand() {}

  @Override
  protected String task() {
    return TASK;
  }

  @Override
  protected String action() {
    return "bench vision";
  }

  @Override
  protected Map<String, String> arguments() {
    return Map.of("updates", Integer.toString(updates));
  }
}
