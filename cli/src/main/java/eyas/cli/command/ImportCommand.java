package eyas.cli.command;

import eyas.assets.policy.PolicyBundle;
import eyas.assets.policy.RaptorImport;
import eyas.cli.run.Console;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code eyas import raptor}: turns the released RAPTOR weights into a bundle. */
@Command(name = "raptor", description = "import released RAPTOR weights (policy.tar or .f32)")
public final class ImportCommand extends EyasCommand {
  @Parameters(index = "0", paramLabel = "FILE", description = "policy.tar as published, or .f32")
  private Path file = Path.of("");

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "bundle to write")
  private Path out = Path.of("");

  /** Creates the command for picocli. */
  public ImportCommand() {}

  @Override
  protected int run(Console console) {
    PolicyBundle bundle = RaptorImport.read(file);
    bundle.save(out);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("policy", bundle.contract().name());
    values.put("folder", out.toString());
    values.put("licence", bundle.contract().licence().name());
    console.result(values);
    return DONE;
  }
}
