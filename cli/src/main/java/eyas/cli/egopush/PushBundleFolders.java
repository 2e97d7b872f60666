package eyas.cli.egopush;

import eyas.assets.policy.PolicyBundle;
import eyas.cli.command.Home;
import eyas.cli.run.ActionRequest;
import eyas.cli.run.UsageException;
import eyas.sim.task.egopush.EgoPushModel;
import eyas.sim.task.egopush.EgoPushTask;
import java.nio.file.Path;
import java.util.List;

/** The bundles that a command works on, and the tier that each of them belongs to. */
final class PushBundleFolders {
  private PushBundleFolders() {}

  /** Returns the named bundles, or else the shipped ones of this task; refuses none at all. */
  static List<Path> asked(ActionRequest request, String verb) {
    List<Path> given = request.policies();
    List<Path> folders = given.isEmpty() && request.run().isEmpty() ? shipped() : given;
    if (folders.isEmpty()) {
      throw new UsageException(
          "There is no policy to "
              + verb
              + ": none is shipped for EgoPush, and neither --policy nor --run names one. Give"
              + " --policy PATH, or --run with a run that has trained one.");
    }
    return folders;
  }

  private static List<Path> shipped() {
    return Home.policies().stream()
        .filter(path -> PolicyBundle.load(path).contract().task().equals(EgoPushTask.NAME))
        .toList();
  }

  /** Returns the tier that a bundle was trained for; refuses one that names none. */
  static EgoPushModel tier(PolicyBundle bundle, List<String> overrides) {
    if (bundle.contract().provenance().get("preset") instanceof String preset) {
      return new EgoPushTask().model(preset, overrides);
    }
    throw new UsageException(
        "Policy '"
            + bundle.contract().name()
            + "' does not say which tier it was trained for: its provenance has no `preset`. Give a"
            + " policy of task egopush.");
  }
}
