package eyas.cli.run;

import eyas.assets.files.AtomicFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps two processes from writing into the same run; ends with the process, even by kill. */
public final class RunLock implements AutoCloseable {
  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Locks a run. */
  public static RunLock of(RunFolder folder) {
    Path file = folder.path().resolve(".lock");
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw taken(folder);
      }
      return new RunLock(channel);
    } catch (OverlappingFileLockException twice) {
      throw taken(folder);
    } catch (IOException failure) {
      throw AtomicFiles.failure(file, failure);
    }
  }

  private static RunException taken(RunFolder folder) {
    return new RunException(
        "Run "
            + folder.name()
            + " is in use by another process. Wait for it, or start a new run without --resume.");
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException failure) {
      throw new RunException("Cannot release the run: " + failure.getMessage() + ".", failure);
    }
  }
}
