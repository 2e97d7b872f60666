package eyas.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project's folder, where the shipped policies lie; {@code ./eyas} says where it is. */
public final class Home {
  private Home() {}

  /** Returns the project's folder: the system property {@code eyas.home}, or here. */
  public static Path folder() {
    return Path.of(System.getProperty("eyas.home", "."));
  }

  /** Returns the folders of all shipped bundles in alphabetical order. */
  public static List<Path> policies() {
    return bundles(folder().resolve("assets").resolve("policies"));
  }

  /**
   * Returns the bundles in a folder in alphabetical order; names that start with a dot are left
   * aside: a bundle that is being written.
   */
  public static List<Path> bundles(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(path -> !path.getFileName().toString().startsWith("."))
          .filter(path -> Files.isRegularFile(path.resolve("policy.json")))
          .sorted()
          .toList();
    } catch (IOException failure) {
      throw new eyas.cli.run.RunException(
          "Cannot list " + folder + ": " + failure.getMessage() + ".", failure);
    }
  }
}
