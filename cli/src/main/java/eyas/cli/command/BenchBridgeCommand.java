package eyas.cli.command;

import eyas.cli.bridge.BridgeBench;
import eyas.cli.run.Console;
import eyas.cli.run.RunException;
import eyas.cli.run.UsageException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code eyas bench bridge}: how punctual the policy node is, beside a timer loop in plain C. */
@Command(name = "bridge", description = "lateness and memory of the policy node over ROS")
public final class BenchBridgeCommand extends EyasCommand {
  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "600",
      description = "time to measure (default: 600)")
  private int seconds = 600;

  @Option(
      names = "--rate",
      paramLabel = "HZ",
      defaultValue = "500",
      description = "rate of the loop, a multiple of the policy's (default: 500)")
  private int rate = 500;

  @Option(
      names = "--policy",
      paramLabel = "BUNDLE",
      description = "bundle that commands rates (default: student-rates)")
  private Optional<Path> policy = Optional.empty();

  /** Creates the command for picocli. */
  public BenchBridgeCommand() {}

  @Override
  protected int run(Console console) {
    if (seconds < 1 || rate < 1) {
      throw new UsageException(
          "--seconds is %d and --rate is %d; both must be at least 1.".formatted(seconds, rate));
    }
    Path bundle =
        policy.orElse(Home.folder().resolve("assets").resolve("policies").resolve("student-rates"));
    try {
      Map<String, Object> values = new BridgeBench(bundle, rate, seconds, console).run();
      console.result(values);
      return Boolean.TRUE.equals(values.get("passed")) ? DONE : 1;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new RunException("The bench was interrupted.", stopped);
    }
  }
}
