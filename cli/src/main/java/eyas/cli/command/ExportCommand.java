package eyas.cli.command;

import eyas.cli.report.Report;
import eyas.cli.run.ChainResult;
import eyas.cli.run.Console;
import eyas.cli.run.Phase;
import eyas.cli.run.RunFolders;
import eyas.cli.run.RunSession;
import eyas.cli.run.StopSignal;
import eyas.cli.run.UsageException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code eyas export}: seals the bundles of a run, or one bundle, that passed the gate. */
@Command(
    name = "export",
    description = "seal bundles that passed the transfer gate; write sealed ones as C or ONNX",
    subcommands = {OnboardCommands.C.class, OnboardCommands.Onnx.class})
public final class ExportCommand extends PolicyCommand {
  @Option(names = "--force", description = "seal without a passed gate; the bundle records it")
  private boolean force;

  @Option(names = "--out", paramLabel = "DIR", description = "where to write a --policy bundle")
  private Optional<Path> out = Optional.empty();

  /** Creates the command for picocli. */
  public ExportCommand() {}

  @Override
  protected String action() {
    return "export";
  }

  @Override
  protected Map<String, String> arguments() {
    Map<String, String> arguments = new LinkedHashMap<>(super.arguments());
    out.ifPresent(folder -> arguments.put("out", folder.toString()));
    if (force) {
      arguments.put("force", "true");
    }
    return arguments;
  }

  @Override
  protected int run(Console console) {
    return policies().isEmpty() && !force ? sealRun(console) : super.run(console);
  }

  private int sealRun(Console console) {
    if (out.isPresent()) {
      throw new UsageException(
          "--out needs exactly one --policy: a run seals its students into its own export folder."
              + " Leave out --out, or give --policy PATH.");
    }
    String selector = runSelector().orElse(RunFolders.LATEST);
    StopSignal stop = new StopSignal(console::say);
    try (RunSession session =
        RunSession.resume(common().runs(), task(), selector, common().device(), console, stop)) {
      ChainResult result = session.runOnly(Phase.EXPORT);
      Report.of(session.context().folder(), session.stages()).write();
      if (console.json()) {
        console.result(ChainCommand.json(session, result));
      }
      return DONE;
    }
  }
}
