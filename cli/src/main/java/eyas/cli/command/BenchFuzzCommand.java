package eyas.cli.command;

import eyas.bridge.fuzz.FuzzResult;
import eyas.bridge.fuzz.ReaderFuzz;
import eyas.bridge.fuzz.SocketFuzz;
import eyas.cli.run.Console;
import eyas.cli.run.RunException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code eyas bench fuzz}: damaged input for everything of the bridge that reads from outside. */
@Command(name = "fuzz", description = "damaged calls, headers, messages and bundles for the bridge")
public final class BenchFuzzCommand extends EyasCommand {
  private static final int MOST_CONNECTIONS = 5_000;

  @Option(
      names = "--cases",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "damaged inputs of each kind (default: 1000000)")
  private long cases = 1_000_000;

  /** Creates the command for picocli. */
  public BenchFuzzCommand() {}

  @Override
  protected int run(Console console) {
    long seed = common().runOptions().seed().orElse(1);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("seed", seed);
    for (String kind : ReaderFuzz.kinds()) {
      FuzzResult result = ReaderFuzz.run(kind, cases, seed);
      console.say(result.name() + ": " + result.refused() + " of " + cases + " were refused");
      values.put(result.name(), result.values());
    }
    values.put("sockets", sockets(seed));
    console.result(values);
    return DONE;
  }

  private Map<String, Object> sockets(long seed) {
    try {
      return new SocketFuzz(seed).run((int) Math.min(MOST_CONNECTIONS, cases));
    } catch (IOException failure) {
      throw new RunException("No sockets for the fuzz: " + failure.getMessage(), failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new RunException("The fuzz was stopped before it was done.", stopped);
    }
  }
}
