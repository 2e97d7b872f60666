package eyas.assets.policy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * Finds published data outside of the project: EYAS_REFERENCE_DATA, or ../shared/data beside it.
 */
public final class ReferenceData {
  private ReferenceData() {}

  /** A file, or the test says that it skips. */
  public static Path file(String name) {
    String root =
        Optional.ofNullable(System.getenv("EYAS_REFERENCE_DATA")).orElse("../../shared/data");
    Path file = Path.of(root).resolve(name);
    Assumptions.assumeTrue(
        Files.exists(file), "skipped: no " + file + "; set EYAS_REFERENCE_DATA to the data folder");
    return file;
  }

  /** Little-endian floats of a file. */
  public static float[] floats(String name) throws IOException {
    byte[] bytes = Files.readAllBytes(file(name));
    float[] values = new float[bytes.length / 4];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return values;
  }
}
