package eyas.bridge.onboard.toolchain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A temporary folder to compile in; closing deletes it. */
public final class ScratchFolder implements AutoCloseable {
  private final Path path;

  private ScratchFolder(Path path) {
    this.path = path;
  }

  /** Makes an empty folder. */
  public static ScratchFolder create() {
    try {
      return new ScratchFolder(Files.createTempDirectory("eyas-c-"));
    } catch (IOException failure) {
      throw new ToolException("No temporary folder can be made.", failure);
    }
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /** Writes files by their paths within the folder. */
  public void write(Map<String, String> files) {
    files.forEach(this::write);
  }

  /** Writes one file. */
  public void write(String name, String text) {
    try {
      Path file = path.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException failure) {
      throw new ToolException(path.resolve(name) + " cannot be written.", failure);
    }
  }

  @Override
  public void close() {
    try (Stream<Path> all = Files.walk(path)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path each : deepestFirst) {
        Files.deleteIfExists(each);
      }
    } catch (IOException failure) {
      throw new ToolException("The temporary folder " + path + " cannot be deleted.", failure);
    }
  }
}
