package eyas.cli.command;

import eyas.cli.egopush.EgoPushPipeline;
import eyas.cli.run.Console;
import eyas.sim.device.ComputeDevice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code eyas bench vision}: the student of EgoPush, its pictures in kernels and in PyTorch. */
@Command(name = "vision", description = "learning from pictures in kernels beside PyTorch")
public final class BenchVisionCommand extends EyasCommand {
  private static final long SEED = 1;

  @Option(
      names = "--updates",
      paramLabel = "N",
      defaultValue = "5",
      description = "updates measured each; the median counts (default: 5)")
  private int updates = 5;

  /** Creates the command for picocli. */
  public BenchVisionCommand() {}

  @Override
  protected int run(Console console) {
    try (ComputeDevice device = ComputeDevice.open(common().runOptions().device())) {
      console.result(EgoPushPipeline.vision(updates).run(device, SEED));
    }
    return DONE;
  }
}
