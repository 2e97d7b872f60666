package eyas.bridge.archive;

import static org.assertj.core.api.Assertions.assertThat;

import eyas.bridge.ros1.master.RosMaster;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code scripts/policy_node} in a package with jars, as the archive for robots has it. */
class PolicyNodeScriptTest {
  // a policy that is not there: the node starts, refuses it, and ends with this code
  private static final int REFUSED = 3;
  private static final String ARGUMENT = "_policy:=no-such-policy";

  @TempDir Path folder;
  private Path script;

  @BeforeEach
  void makePackage() throws IOException {
    Path home = Files.createDirectories(folder.resolve("package"));
    Path jars = Files.createDirectory(home.resolve("lib"));
    int number = 0;
    for (String entry : System.getProperty("java.class.path").split(":", -1)) {
      Path path = Path.of(entry);
      if (Files.isDirectory(path)) {
        jar(path, jars.resolve("part-%d.jar".formatted(number++)));
      } else if (Files.isRegularFile(path)) {
        Files.createSymbolicLink(
            jars.resolve("%d-%s".formatted(number++, path.getFileName())), path.toRealPath());
      }
    }
    copy(Path.of("config", "java.options"), home);
    copy(Path.of("scripts", "policy_node"), home);
    Files.createSymbolicLink(
        home.resolve("policies"), Path.of("..", "assets", "policies").toRealPath());
    script = home.resolve("scripts").resolve("policy_node");
    assertThat(script.toFile().setExecutable(true)).isTrue();
  }

  private static void copy(Path file, Path home) throws IOException {
    Path target = home.resolve(file);
    Files.createDirectories(target.getParent());
    Files.copy(file, target);
  }

  private static void jar(Path classes, Path file) throws IOException {
    try (OutputStream bytes = Files.newOutputStream(file);
        JarOutputStream out = new JarOutputStream(bytes);
        Stream<Path> all = Files.walk(classes)) {
      for (Path path : all.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(path).toString()));
        Files.copy(path, out);
        out.closeEntry();
      }
    }
  }

  private Process start(RosMaster master, Path cache, Path output) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(script.toString(), ARGUMENT);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("ROS_MASTER_URI", master.uri().toString());
    builder.environment().put("ROS_IP", "127.0.0.1");
    builder.environment().put("EYAS_CLASS_CACHE", cache.toString());
    return builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
  }

  @Test
  void twoNodesThatStartAtOnceMakeOneClassArchive() throws IOException, InterruptedException {
    Path cache = folder.resolve("cache");
    List<Process> nodes = new ArrayList<>();
    List<Path> outputs = List.of(folder.resolve("first"), folder.resolve("second"));
    try (RosMaster master = new RosMaster("127.0.0.1", 0)) {
      for (Path output : outputs) {
        nodes.add(start(master, cache, output));
      }
      for (int i = 0; i < nodes.size(); i++) {
        int code = nodes.get(i).waitFor();
        assertThat(code).as("%s", Files.readString(outputs.get(i))).isEqualTo(REFUSED);
        assertThat(Files.readString(outputs.get(i))).contains("no-such-policy");
      }
    }
    try (Stream<Path> left = Files.list(cache)) {
      assertThat(left.map(path -> path.getFileName().toString()).toList())
          .as("%s", Files.readString(outputs.get(0)))
          .singleElement()
          .asString()
          .endsWith(".jsa");
    }
  }

  @Test
  void aHomeThatCannotBeWrittenDoesNotKeepItFromStarting()
      throws IOException, InterruptedException {
    // a file where the folder would be: not even root can write there
    Path file = Files.createFile(folder.resolve("home"));
    Path output = folder.resolve("output");
    try (RosMaster master = new RosMaster("127.0.0.1", 0)) {
      int code = start(master, file.resolve(".cache"), output).waitFor();
      assertThat(code).as("%s", Files.readString(output)).isEqualTo(REFUSED);
    }
    assertThat(Files.readString(output)).contains("no-such-policy");
  }
}
