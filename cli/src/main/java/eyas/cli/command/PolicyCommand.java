package eyas.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A command on policies: named ones, those of a run, or the shipped ones. */
public abstract class PolicyCommand extends ActionCommand {
  @Mixin private TaskChoice task = new TaskChoice();
  @Mixin private RunChoice run = new RunChoice();

  @Option(
      names = "--policy",
      paramLabel = "PATH",
      description = "folder of a bundle; may be repeated (default: the shipped ones)")
  private List<Path> policies = new ArrayList<>();

  /** For subclasses. */
  protected PolicyCommand() {}

  @Override
  protected String task() {
    return task.name();
  }

  @Override
  protected List<Path> policies() {
    return policies;
  }

  @Override
  protected Optional<String> runSelector() {
    return run.selector();
  }

  @Override
  protected Map<String, String> arguments() {
    return new TreeMap<>();
  }
}
