package eyas.cli.command;

import eyas.cli.run.RunFolders;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code eyas play}: watch a policy fly. */
@Command(name = "play", description = "watch a policy fly: writes a page with the animation")
public final class PlayCommand extends PolicyCommand {
  @Mixin private QuadrotorChoice quadrotors = new QuadrotorChoice();

  @Option(
      names = "--out",
      paramLabel = "FILE.html",
      defaultValue = "play.html",
      description = "page to write (default: play.html)")
  private Path out = Path.of("play.html");

  /** Creates the command for picocli. */
  public PlayCommand() {}

  @Override
  protected String action() {
    return "play";
  }

  // where nothing is named and nothing shipped, the newest run has policies
  @Override
  protected Optional<String> runSelector() {
    boolean newest = policies().isEmpty() && Home.policies().isEmpty();
    return super.runSelector().or(() -> newest ? Optional.of(RunFolders.LATEST) : Optional.empty());
  }

  @Override
  protected Map<String, String> arguments() {
    Map<String, String> arguments = super.arguments();
    quadrotors.addTo(arguments);
    arguments.put("out", out.toString());
    return arguments;
  }
}
