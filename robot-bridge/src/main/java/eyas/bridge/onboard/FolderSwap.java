package eyas.bridge.onboard;

import eyas.bridge.onboard.source.ExportException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Writes a folder of generated files aside and renames it, replacing an older one. */
final class FolderSwap {
  private FolderSwap() {}

  /**
   * Replaces a folder. An existing one is replaced only if it is empty or holds the marker file.
   *
   * @param target the folder
   * @param marker a file that every folder of this kind holds
   * @param files text by path within the folder
   */
  static void write(Path target, String marker, Map<String, String> files) {
    Path folder = target.toAbsolutePath().normalize();
    Path aside = folder.resolveSibling("." + folder.getFileName() + ".part" + UUID.randomUUID());
    try {
      requireReplaceable(folder, marker);
      Files.createDirectories(aside);
      try {
        for (Map.Entry<String, String> file : files.entrySet()) {
          force(aside.resolve(file.getKey()), file.getValue());
        }
        swap(aside, folder);
      } finally {
        delete(aside);
      }
    } catch (IOException failure) {
      throw new ExportException(
          "The folder "
              + target
              + " cannot be written: "
              + failure
              + ". Nothing was changed; check free space and access rights.",
          failure);
    }
  }

  private static void requireReplaceable(Path folder, String marker) throws IOException {
    if (!Files.exists(folder) || Files.isRegularFile(folder.resolve(marker))) {
      return;
    }
    if (Files.isDirectory(folder)) {
      try (Stream<Path> content = Files.list(folder)) {
        if (content.findAny().isEmpty()) {
          return;
        }
      }
    }
    throw new ExportException(
        folder
            + " exists and was not written by this command; generated code needs a folder of its own."
            + " Give another one with --out.");
  }

  private static void force(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static void swap(Path aside, Path folder) throws IOException {
    Path old = aside.resolveSibling(aside.getFileName() + ".old");
    boolean existed = Files.exists(folder);
    if (existed) {
      Files.move(folder, old);
    }
    try {
      Files.move(aside, folder);
    } catch (IOException failure) {
      if (existed) {
        Files.move(old, folder);
      }
      throw failure;
    }
    delete(old);
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
