package eyas.bridge.node;

import eyas.assets.policy.PolicyBundle;
import eyas.bridge.node.family.FamilyException;
import eyas.bridge.node.family.Settings;
import eyas.bridge.onboard.PolicyStepper;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds and checks the bundle that {@code ~policy} names. */
final class PolicyChoice {
  private PolicyChoice() {}

  /**
   * Loads the bundle, replays its golden vectors and checks its seal; any mismatch is refused.
   *
   * @param settings {@code ~policy}, {@code ~policies}, {@code ~allow_forced}
   */
  static PolicyBundle load(Settings settings) {
    PolicyBundle bundle = PolicyBundle.load(folder(settings)).verify();
    PolicyStepper.requireSeal(
        bundle, settings.flag("allow_forced", false), "parameter ~allow_forced");
    return bundle;
  }

  private static Path folder(Settings settings) {
    String policy = settings.text("policy", "");
    if (policy.isBlank()) {
      throw new FamilyException(
          "Parameter ~policy is not set; give the folder of a bundle, or a name such as student-rates together with ~policies.");
    }
    Path direct = Path.of(policy);
    Path named = Path.of(settings.text("policies", "policies")).resolve(policy);
    if (!Files.isDirectory(direct) && !Files.isDirectory(named)) {
      throw new FamilyException(
          "Parameter ~policy is '%s', but neither %s nor %s is a folder; give the folder of a bundle, or set ~policies."
              .formatted(policy, direct.toAbsolutePath(), named.toAbsolutePath()));
    }
    return Files.isDirectory(direct) ? direct : named;
  }
}
