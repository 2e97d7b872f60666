package eyas.policies.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that are there whole or not at all, whatever stops the process. */
final class AtomicFile {
  /** Ending of a file that is still being written. */
  static final String PART = ".part";

  private AtomicFile() {}

  /** Writes aside, forces the bytes to the disk, then renames over {@code file}. */
  static void write(Path file, byte[] bytes) {
    Path aside = file.resolveSibling(file.getFileName() + PART);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      writeAndForce(aside, bytes);
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      forceFolder(file.toAbsolutePath().getParent());
    } catch (IOException failure) {
      throw new CheckpointException(
          "Cannot write "
              + file
              + " ("
              + bytes.length
              + " bytes): "
              + failure
              + ". The file that was there before is unchanged; make room or check the rights.",
          failure);
    }
  }

  private static void writeAndForce(Path aside, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            aside,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  private static void forceFolder(Path folder) throws IOException {
    if (System.getProperty("os.name").startsWith("Windows")) {
      return; // folders cannot be opened there
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
