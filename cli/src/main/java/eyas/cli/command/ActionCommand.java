package eyas.cli.command;

import eyas.cli.run.ActionRequest;
import eyas.cli.run.ActionResult;
import eyas.cli.run.Console;
import eyas.cli.run.Pipelines;
import eyas.cli.run.RunFolder;
import eyas.cli.run.TaskAction;
import eyas.cli.run.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A command that a task's pipeline answers by a {@link TaskAction}. */
public abstract class ActionCommand extends EyasCommand {
  private static final int GATE = 5;

  /** For subclasses. */
  protected ActionCommand() {}

  /** Returns the words of the command, e.g. {@code bench sim}. */
  protected abstract String action();

  /** Returns the task. */
  protected abstract String task();

  /** Returns the named bundles. */
  protected List<Path> policies() {
    return List.of();
  }

  /** Returns the selector of a run, if one was given. */
  protected Optional<String> runSelector() {
    return Optional.empty();
  }

  /** Returns the command's own options by name. */
  protected Map<String, String> arguments() {
    return Map.of();
  }

  @Override
  protected int run(Console console) {
    TaskAction action = Pipelines.action(task(), action());
    Optional<RunFolder> run =
        runSelector().map(selector -> common().runs().select(task(), selector));
    List<Path> bundles = new ArrayList<>(policies());
    bundles.forEach(ActionCommand::requireBundle);
    run.ifPresent(folder -> bundles.addAll(Home.bundles(folder.policies())));
    ActionRequest request =
        new ActionRequest(task(), common().runOptions(), bundles, run, arguments());
    ActionResult result = action.run(request, console);
    console.result(result.values());
    return result.passed() ? DONE : GATE;
  }

  private static void requireBundle(Path policy) {
    if (!Files.isRegularFile(policy.resolve("policy.json"))) {
      throw new UsageException(
          policy
              + " is not a policy bundle: it holds no policy.json. Give the folder of a bundle, such"
              + " as assets/policies/student.");
    }
  }
}
