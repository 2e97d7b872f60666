package eyas.bridge.onnx;

import eyas.assets.policy.PolicyBundle;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Exports a sealed bundle as an ONNX model (opset 17) that clips, normalises, steps and maps by
 * itself. The model is run in ONNX Runtime and compared with the bundle before anything is written.
 */
public final class OnnxExport {
  /** Name of the file beside a bundle. */
  public static final String FILE = "policy.onnx";

  private static final int SEQUENCES = 200;
  private static final int LEAST_SEQUENCES = 8;
  private static final int STEPS = 20;
  private static final int VALUES = 1_000_000;

  private OnnxExport() {}

  /**
   * Builds, compares and writes.
   *
   * @param bundle a sealed bundle
   * @param file the model; an older one is replaced
   * @return the largest difference of an action [1] or of a command as a part of its range [1]
   */
  public static double write(PolicyBundle bundle, Path file) {
    bundle.requireSealed();
    bundle.verify();
    byte[] model = OnnxModel.of(bundle);
    double difference = OnnxCheck.largestDifference(bundle, model, sequences(bundle), STEPS);
    if (!(difference <= OnnxCheck.ALLOWED)) {
      throw new OnnxException(
          "The ONNX model of policy '"
              + bundle.contract().name()
              + "' differs from its bundle by "
              + difference
              + ", but "
              + OnnxCheck.ALLOWED
              + " is allowed; nothing was written. Please report this with the bundle.");
    }
    replace(file, model);
    return difference;
  }

  // networks with encoders compute much more in a step
  private static int sequences(PolicyBundle bundle) {
    int values = bundle.contract().network().valueCount();
    return Math.max(LEAST_SEQUENCES, Math.min(SEQUENCES, VALUES / values));
  }

  private static void replace(Path file, byte[] bytes) {
    Path target = file.toAbsolutePath().normalize();
    Path aside = target.resolveSibling("." + target.getFileName() + ".part");
    try {
      Files.createDirectories(target.getParent());
      Files.write(aside, bytes);
      try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(
          aside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      throw new OnnxException(
          file + " cannot be written: " + failure + ". Check free space and access rights.",
          failure);
    }
  }
}
