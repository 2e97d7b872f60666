package eyas.assets.policy;

import eyas.assets.files.AtomicFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The two files of a bundle on disk: written aside, then renamed. */
final class BundleFiles {
  static final String DOCUMENT = "policy.json";
  static final String WEIGHTS = "weights.safetensors";

  /** What exporters derive from a bundle and write beside it; it goes when the weights change. */
  private static final Set<String> DERIVED = Set.of("c", "policy.onnx");

  private static final long LARGEST = 1L << 30;

  private BundleFiles() {}

  /** Reads one file of a bundle. */
  static byte[] read(Path folder, String name) {
    Path file = folder.resolve(name);
    try {
      BundleException.require(
          Files.isRegularFile(file),
          folder + " is not a policy bundle: it holds no file " + name + ". Check the path.");
      BundleException.require(Files.size(file) <= LARGEST, file + " is larger than 1 GiB.");
      return Files.readAllBytes(file);
    } catch (IOException failure) {
      throw new BundleException(file + " cannot be read: " + failure + ".", failure);
    }
  }

  /**
   * Replaces a folder by one with the two files; after a failure the old folder is still there. If
   * the folder holds the same weights already, only the document is replaced, in one step.
   */
  static void write(Path folder, String document, byte[] weights) {
    Path target = folder.toAbsolutePath().normalize();
    Path parent = target.getParent();
    BundleException.require(parent != null, "A bundle cannot be written to " + folder + ".");
    try {
      Files.createDirectories(parent);
      requireReplaceable(target);
      // not a temporary directory: those are closed to everybody else, whatever the umask says
      Path aside = parent.resolve("." + target.getFileName() + ".part" + UUID.randomUUID());
      Files.createDirectory(aside);
      try {
        AtomicFiles.force(aside.resolve(DOCUMENT), document.getBytes(StandardCharsets.UTF_8));
        replace(aside, target, weights);
      } finally {
        AtomicFiles.delete(aside);
      }
    } catch (IOException failure) {
      throw new BundleException(
          "The bundle "
              + folder
              + " cannot be written: "
              + failure
              + ". Nothing was changed; check"
              + " free space and access rights.",
          failure);
    }
  }

  private static void replace(Path aside, Path target, byte[] weights) throws IOException {
    if (holds(target.resolve(WEIGHTS), weights)) {
      Files.move(aside.resolve(DOCUMENT), target.resolve(DOCUMENT), StandardCopyOption.ATOMIC_MOVE);
      return;
    }
    AtomicFiles.force(aside.resolve(WEIGHTS), weights);
    swap(aside, target);
  }

  private static boolean holds(Path file, byte[] bytes) throws IOException {
    return Files.isRegularFile(file)
        && Files.size(file) == bytes.length
        && Arrays.equals(Files.readAllBytes(file), bytes);
  }

  private static void requireReplaceable(Path target) throws IOException {
    if (!Files.exists(target)) {
      return;
    }
    BundleException.require(
        Files.isDirectory(target), target + " is a file; a bundle needs a folder of its own.");
    try (Stream<Path> content = Files.list(target)) {
      List<String> others =
          content
              .map(file -> file.getFileName().toString())
              .filter(name -> !name.equals(DOCUMENT) && !name.equals(WEIGHTS))
              .filter(name -> !DERIVED.contains(name))
              .toList();
      BundleException.require(
          others.isEmpty(),
          target + " holds other files " + others + "; a bundle needs a folder of its own.");
    }
  }

  private static void swap(Path aside, Path target) throws IOException {
    Path old = aside.resolveSibling(aside.getFileName() + ".old");
    boolean existed = Files.exists(target);
    if (existed) {
      Files.move(target, old);
    }
    try {
      Files.move(aside, target);
    } catch (IOException failure) {
      if (existed) {
        Files.move(old, target);
      }
      throw failure;
    }
    AtomicFiles.delete(old);
  }
}
