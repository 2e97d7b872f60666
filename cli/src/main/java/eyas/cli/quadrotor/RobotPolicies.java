package eyas.cli.quadrotor;

import eyas.cli.run.ActionRequest;
import eyas.cli.run.UsageException;
import java.nio.file.Path;
import java.util.List;

/** The bundles that a command on policies for robots works on. */
final class RobotPolicies {
  private RobotPolicies() {}

  /**
   * Returns the bundles that were named, and those of the run, if one was named, that may leave.
   */
  static List<Path> asked(ActionRequest request, QuadrotorRunConfig.Gate gate) {
    return request.policies().stream()
        .filter(folder -> !inRun(folder, request) || leaves(folder, gate))
        .toList();
  }

  /** Returns the bundles of a list that the gate is for. */
  static List<Path> leaving(List<Path> folders, QuadrotorRunConfig.Gate gate) {
    return folders.stream().filter(folder -> leaves(folder, gate)).toList();
  }

  /** Returns the list; refuses an empty one. */
  static List<Path> require(List<Path> folders, String verb, QuadrotorRunConfig.Gate gate) {
    if (folders.isEmpty()) {
      throw new UsageException(
          "There is no policy to "
              + verb
              + ": neither --policy nor the run names one. Of a run only "
              + gate.policies()
              + " may leave. Give --policy PATH, or --run with a run that has trained them.");
    }
    return folders;
  }

  private static boolean leaves(Path folder, QuadrotorRunConfig.Gate gate) {
    return gate.policies().contains(String.valueOf(folder.getFileName()));
  }

  private static boolean inRun(Path folder, ActionRequest request) {
    return request.run().filter(run -> run.policies().equals(folder.getParent())).isPresent();
  }
}
