package eyas.cli.command;

import eyas.assets.policy.PolicyBundle;
import eyas.bridge.onnx.OnnxExport;
import eyas.cli.onboard.InferenceBench;
import eyas.cli.onboard.OnboardFiles;
import eyas.cli.run.Console;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Commands on policies as a robot runs them. */
public final class OnboardCommands {
  private OnboardCommands() {}

  /** {@code eyas export c}. */
  @Command(name = "c", description = "write sealed policies as C99, compared with their bundles")
  public static final class C extends OnboardCommand {
    @Option(
        names = "--report",
        negatable = true,
        defaultValue = "true",
        fallbackValue = "true",
        description = "measure time, flash, RAM, stack and instructions where tools are installed")
    private boolean report = true;

    /** Creates the command for picocli. */
    public C() {}

    @Override
    protected Map<String, Object> write(PolicyBundle bundle, Path folder) {
      return OnboardFiles.c(bundle, folder, report);
    }
  }

  /** {@code eyas export onnx}. */
  @Command(
      name = "onnx",
      description = "write sealed policies as ONNX, compared with their bundles")
  public static final class Onnx extends OnboardCommand {
    /** Creates the command for picocli. */
    public Onnx() {}

    @Override
    protected Map<String, Object> write(PolicyBundle bundle, Path folder) {
      return OnboardFiles.onnx(bundle, folder.resolve(OnnxExport.FILE));
    }
  }

  /** {@code eyas bench inference}. */
  @Command(name = "inference", description = "time of one step in plain Java and in exported C")
  public static final class Inference extends EyasCommand {
    @Option(
        names = "--policy",
        paramLabel = "PATH",
        description = "folder of a bundle; may be repeated (default: all shipped ones)")
    private List<Path> policies = new ArrayList<>();

    /** Creates the command for picocli. */
    public Inference() {}

    @Override
    protected int run(Console console) {
      List<Path> bundles = policies.isEmpty() ? Home.policies() : policies;
      console.result(InferenceBench.run(bundles, console));
      return DONE;
    }
  }
}
