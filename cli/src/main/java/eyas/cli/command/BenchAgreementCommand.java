package eyas.cli.command;

import eyas.cli.run.Console;
import eyas.cli.run.UsageException;
import eyas.sim.device.ComputeDevice;
import eyas.sim.engine.agreement.PushAgreement;
import eyas.sim.engine.agreement.PushDifferences;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code eyas bench agreement}: the same random pushes in both engines. */
@Command(name = "agreement", description = "how far the OpenCL engine and JBullet differ")
public final class BenchAgreementCommand extends EyasCommand {
  private static final long DEFAULT_SEED = 1;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "SCENE",
      defaultValue = "push",
      description = "what is compared: push (default: push)")
  private String scene = "push";

  @Option(
      names = "--pushes",
      paramLabel = "N",
      defaultValue = "200",
      description = "number of random pushes (default: 200)")
  private int pushes = 200;

  /** Creates the command for picocli. */
  public BenchAgreementCommand() {}

  @Override
  protected int run(Console console) {
    if (!scene.equals("push") || pushes < 1) {
      throw new UsageException(
          "Asked to compare %d pushes of `%s`; there is `push`, with one or more pushes."
              .formatted(pushes, scene));
    }
    long seed = common().runOptions().seed().orElse(DEFAULT_SEED);
    try (ComputeDevice device = ComputeDevice.open(common().device())) {
      PushDifferences differences = new PushAgreement(pushes, seed).run(device);
      console.result(differences.values());
      return differences.good() ? DONE : 1;
    }
  }
}
