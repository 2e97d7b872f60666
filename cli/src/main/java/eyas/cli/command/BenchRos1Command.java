package eyas.cli.command;

import eyas.bridge.bench.RelayBench;
import eyas.bridge.bench.RoundTrip;
import eyas.bridge.ros1.peer.RosPeers;
import eyas.cli.run.Console;
import eyas.cli.run.RunException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code eyas bench ros1}: the way of commands through the real roscore's C++ relay and back. */
@Command(name = "ros1", description = "round trip of commands through roscpp's relay")
public final class BenchRos1Command extends EyasCommand {
  @Option(
      names = "--rate",
      paramLabel = "HZ",
      defaultValue = "500",
      description = "messages a second [Hz] (default: 500)")
  private double rate = 500;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "30",
      description = "how long is measured, after 5 s of warm-up [s] (default: 30)")
  private double seconds = 30;

  /** Creates the command for picocli. */
  public BenchRos1Command() {}

  @Override
  protected int run(Console console) {
    RosPeers.missing()
        .ifPresent(
            reason -> {
              throw new RunException("This bench needs roscore and its relay. " + reason + ".");
            });
    try {
      RoundTrip result = new RelayBench(rate, seconds).run();
      console.result(result.values());
      return result.good() ? DONE : 1;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new RunException("The bench was stopped before it was done.", stopped);
    }
  }
}
