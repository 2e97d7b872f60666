package eyas.cli.command;

import eyas.assets.policy.PolicyBundle;
import eyas.cli.onboard.LeavingBundle;
import eyas.cli.run.Console;
import eyas.cli.run.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code export c} and {@code export onnx} share: bundles in, a folder out. */
public abstract class OnboardCommand extends EyasCommand {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "TASK",
      defaultValue = "quadrotor",
      description = "task whose policies leave (default: quadrotor)")
  private String task = "quadrotor";

  @Mixin private RunChoice run = new RunChoice();

  @Option(
      names = "--policy",
      paramLabel = "PATH",
      description = "folder of a sealed bundle; may be repeated (default: all shipped ones)")
  private List<Path> policies = new ArrayList<>();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "folder to write to; several policies get a folder each within it")
  private Path out = Path.of(".");

  @Option(names = "--force", description = "take a bundle with a forced seal; the result says so")
  private boolean force;

  /** For subclasses. */
  protected OnboardCommand() {}

  /** Writes one bundle into a folder; returns figures. */
  protected abstract Map<String, Object> write(PolicyBundle bundle, Path folder);

  @Override
  protected int run(Console console) {
    List<PolicyBundle> bundles =
        folders().stream().map(folder -> LeavingBundle.read(folder, force)).toList();
    Map<String, Object> values = new LinkedHashMap<>();
    for (PolicyBundle bundle : bundles) {
      String name = bundle.contract().name();
      Map<String, Object> figures = write(bundle, bundles.size() == 1 ? out : out.resolve(name));
      values.put(name, figures);
      console.say(name + ": " + figures);
    }
    console.result(values);
    return DONE;
  }

  private List<Path> folders() {
    List<Path> folders = new ArrayList<>(policies);
    run.selector()
        .map(selector -> common().runs().select(task, selector))
        .ifPresent(folder -> folders.addAll(Home.bundles(folder.path().resolve("export"))));
    if (folders.isEmpty() && run.selector().isEmpty()) {
      Home.policies().stream().filter(this::leaves).forEach(folders::add);
    }
    if (folders.isEmpty()) {
      throw new UsageException(
          "There is no sealed policy of task '"
              + task
              + "' to export. Give --policy PATH with a sealed bundle, or --run with a run that has"
              + " come to its export stage.");
    }
    folders.forEach(OnboardCommand::requireBundle);
    return folders;
  }

  // of the shipped bundles those that may leave; a named one that may not is refused aloud
  private boolean leaves(Path folder) {
    PolicyBundle bundle = PolicyBundle.load(folder);
    return bundle.contract().task().equals(task)
        && bundle.seal().filter(seal -> force || !seal.forced()).isPresent();
  }

  private static void requireBundle(Path folder) {
    if (!Files.isRegularFile(folder.resolve("policy.json"))) {
      throw new UsageException(
          folder
              + " is not a policy bundle: it holds no policy.json. Give the folder of a bundle, such"
              + " as assets/policies/student.");
    }
  }
}
