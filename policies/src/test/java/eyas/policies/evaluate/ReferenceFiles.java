package eyas.policies.evaluate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * Finds published data outside of the project: EYAS_REFERENCE_DATA, or ../shared/data beside it.
 */
final class ReferenceFiles {
  private ReferenceFiles() {}

  static Path require(String name) {
    String folder =
        Optional.ofNullable(System.getenv("EYAS_REFERENCE_DATA")).orElse("../../shared/data");
    Path file = Path.of(folder, name);
    Assumptions.assumeTrue(
        Files.exists(file),
        "SKIPPED: no " + file + "; set EYAS_REFERENCE_DATA to the folder with the published data");
    return file;
  }
}
