package eyas.cli.command;

import eyas.cli.egopush.EgoPushPipeline;
import eyas.cli.egopush.PpoBench;
import eyas.cli.run.Console;
import eyas.policies.network.TorchEngine;
import eyas.sim.device.ComputeDevice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code eyas bench ppo}: the teacher of EgoPush in fused kernels and in PyTorch, in one run. */
@Command(name = "ppo", description = "PPO in fused kernels beside PPO in PyTorch")
public final class BenchPpoCommand extends EyasCommand {
  private static final long SEED = 1;

  @Option(
      names = "--iterations",
      paramLabel = "N",
      defaultValue = "9",
      description = "iterations measured each; the median counts (default: 9)")
  private int iterations = 9;

  /** Creates the command for picocli. */
  public BenchPpoCommand() {}

  @Override
  protected int run(Console console) {
    try (ComputeDevice device = ComputeDevice.open(common().runOptions().device())) {
      console.result(
          new PpoBench(EgoPushPipeline.teacher(), iterations, TorchEngine.usualThreads())
              .run(device, SEED));
    }
    return DONE;
  }
}
