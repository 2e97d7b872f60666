package eyas.cli.command;

import eyas.cli.bridge.StartBench;
import eyas.cli.run.Console;
import eyas.cli.run.RunException;
import eyas.cli.run.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code eyas bench start}: how long the policy node takes to start, and its memory. */
@Command(name = "start", description = "time and memory from launch to a policy node that is ready")
public final class BenchStartCommand extends EyasCommand {
  @Option(
      names = "--starts",
      paramLabel = "N",
      defaultValue = "10",
      description = "number of starts (default: 10)")
  private int starts = 10;

  @Option(
      names = "--launcher",
      paramLabel = "SCRIPT",
      description = "policy_node of an unpacked archive (default: that of this source tree)")
  private Optional<Path> launcher = Optional.empty();

  /** Creates the command for picocli. */
  public BenchStartCommand() {}

  @Override
  protected int run(Console console) {
    if (starts < 1) {
      throw new UsageException("--starts is %d; at least 1 is needed.".formatted(starts));
    }
    Path script =
        launcher.orElse(
            Home.folder().resolve("robot-bridge").resolve("scripts").resolve("policy_node"));
    if (!Files.isExecutable(script)) {
      throw new UsageException(
          "--launcher is %s, which is no program; give the script policy_node of an unpacked archive."
              .formatted(script));
    }
    Path policy = Home.folder().resolve("assets").resolve("policies").resolve("student-rates");
    try {
      Map<String, Object> values = new StartBench(script.toAbsolutePath(), policy, starts).run();
      console.result(values);
      return Boolean.TRUE.equals(values.get("passed")) ? DONE : 1;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new RunException("The bench was interrupted.", stopped);
    }
  }
}
