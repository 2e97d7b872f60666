package eyas.assets.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Writes files aside, forces them to the disk and renames them: a reader sees the old content or
 * the new, never a part, whatever stops the process.
 */
public final class AtomicFiles {
  /** Ending of a file that is still being written; its name begins with a dot. */
  private static final String PART = ".part";

  private AtomicFiles() {}

  /** Writes UTF-8 text. */
  public static void write(Path file, String text) {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes bytes; makes the folder if it is missing; leaves nothing behind when it fails. */
  public static void write(Path file, byte[] bytes) {
    Path folder = file.toAbsolutePath().getParent();
    Path aside = folder.resolve("." + file.getFileName() + PART);
    try {
      Files.createDirectories(folder);
      force(aside, bytes);
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      forceFolder(folder);
    } catch (IOException failure) {
      discard(aside, failure);
      throw failure(file, failure);
    }
  }

  private static void discard(Path aside, IOException failure) {
    try {
      Files.deleteIfExists(aside);
    } catch (IOException second) {
      failure.addSuppressed(second);
    }
  }

  /** Writes a file that nobody reads yet, down to the disk. */
  public static void force(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  // the new name must reach the disk too
  private static void forceFolder(Path folder) throws IOException {
    if (System.getProperty("os.name").startsWith("Windows")) {
      return; // folders cannot be opened there
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Deletes a file or a whole folder, as far as that is possible. */
  public static void delete(Path path) {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> all = Files.walk(path)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path each : deepestFirst) {
        Files.deleteIfExists(each);
      }
    } catch (IOException failure) {
      throw failure(path, failure);
    }
  }

  /** Returns the sentence for a file that cannot be written: full disk, no permission, or other. */
  public static FileException failure(Path path, IOException failure) {
    String reason = reason(failure);
    String advice = "Check the folder and try again, or choose another one (for runs: --runs DIR).";
    if (reason.toLowerCase(Locale.ROOT).contains("no space left")) {
      advice = "The disk is full: free some space and try again (a run goes on with --resume).";
    } else if (failure instanceof AccessDeniedException) {
      reason = "permission denied";
      advice = "Make the folder writable, or choose another one (for runs: --runs DIR).";
    }
    return new FileException("Cannot write " + path + ": " + reason + ". " + advice, failure);
  }

  private static String reason(IOException failure) {
    if (failure instanceof FileSystemException system && system.getReason() != null) {
      return system.getReason();
    }
    return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
  }
}
