package eyas.cli.quadrotor;

import eyas.assets.config.ConfigException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds reference data that is not part of the project: {@code EYAS_REFERENCE_DATA}. */
final class ReferenceFiles {
  private ReferenceFiles() {}

  /** Returns the released sampler's 1000 quadrotors. */
  static Path quadrotors() {
    String root =
        Optional.ofNullable(System.getenv("EYAS_REFERENCE_DATA")).orElse("../shared/data");
    Path file = Path.of(root, "raptor", "dynamics_1000.csv");
    if (!Files.exists(file)) {
      throw new ConfigException(
          "The quadrotors of the reference were not found at "
              + file
              + ". Set EYAS_REFERENCE_DATA to the folder that holds raptor/dynamics_1000.csv, or give --quadrotors FILE.csv.");
    }
    return file;
  }
}
