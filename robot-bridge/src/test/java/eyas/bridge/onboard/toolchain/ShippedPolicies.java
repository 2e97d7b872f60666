package eyas.bridge.onboard.toolchain;

import eyas.assets.policy.PolicyBundle;
import java.nio.file.Path;
import java.util.List;

/** The bundles in the repository. */
final class ShippedPolicies {
  static final List<String> NAMES =
      List.of("student-raptor", "student", "student-rates", "teacher", "mlp");

  private ShippedPolicies() {}

  static List<String> names() {
    return NAMES;
  }

  static PolicyBundle load(String name) {
    return PolicyBundle.load(Path.of("../assets/policies", name));
  }
}
