package eyas.bridge.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the bridge needs when it runs: only what is written down here may come along. */
class RuntimeDependenciesTest {
  /** Jars and folders of other modules, without versions. */
  private static final Set<String> ALLOWED =
      Set.of(
          "eyas-assets",
          // YAML and JSON of policies and robots
          "jackson-annotations",
          "jackson-core",
          "jackson-databind",
          "jackson-dataformat-yaml",
          "snakeyaml-engine",
          // MAVLink
          "mavlink",
          "mavlink-protocol",
          "mavlink-dialects");

  private static List<Path> entries() throws IOException {
    String path = Files.readString(Path.of("target/class-path")).strip();
    return List.of(path.split(java.io.File.pathSeparator, -1)).stream().map(Path::of).toList();
  }

  // assets/target/classes in a build of all modules, a jar otherwise
  private static String name(Path entry) {
    String file = entry.getFileName().toString();
    return file.equals("classes")
        ? "eyas-" + entry.getParent().getParent().getFileName()
        : file.replaceAll("-\\d.*", "").replaceAll("\\.jar$", "");
  }

  @Test
  void onlyWhatARobotNeedsIsOnTheClassPath() throws IOException {
    assertThat(entries()).extracting(RuntimeDependenciesTest::name).isSubsetOf(ALLOWED);
  }

  @Test
  void itIsSmall() throws IOException {
    long bytes = 0;
    for (Path entry : entries()) {
      bytes += Files.isDirectory(entry) ? 0 : Files.size(entry);
    }
    assertThat(bytes).isBetween(1_000_000L, 14_000_000L);
  }
}
