package eyas.bridge.archive;

import static org.assertj.core.api.Assertions.assertThat;

import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.NodeConfiguration;
import eyas.bridge.link.NodeRunner;
import eyas.bridge.link.Quality;
import eyas.bridge.ros1.master.RosMaster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive for robots as it was built: runs after {@code package}. */
class RobotArchiveCheck {
  private static final long MOST_BYTES = 15_000_000;
  private static final long MOST_MEMORY_KIB = 150 << 10;

  @TempDir Path folder;

  private static Path archive() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("target"))) {
      return files
          .filter(file -> file.getFileName().toString().matches("eyas-robot-[0-9.]+\\.tar\\.gz"))
          .findFirst()
          .orElseThrow();
    }
  }

  private Path unpacked() throws IOException, InterruptedException {
    Path archive = archive().toAbsolutePath();
    int code =
        new ProcessBuilder("tar", "-xzf", archive.toString(), "-C", folder.toString())
            .inheritIO()
            .start()
            .waitFor();
    assertThat(code).isZero();
    return folder.resolve(archive.getFileName().toString().replace(".tar.gz", ""));
  }

  @Test
  void isSmallAndHoldsWhatARobotNeeds() throws IOException, InterruptedException {
    System.out.printf("%s has %d bytes%n", archive(), Files.size(archive()));
    assertThat(Files.size(archive())).isLessThan(MOST_BYTES);
    Path root = unpacked();
    for (String file :
        List.of(
            "package.xml",
            "launch/quadrotor.launch",
            "config/quadrotor.yaml",
            "policies/student-rates/policy.json",
            "policies/student-rates/weights.safetensors",
            "LICENSE",
            "NOTICE",
            "THIRD-PARTY.md")) {
      assertThat(root.resolve(file)).isRegularFile();
    }
    assertThat(root.resolve("scripts/policy_node")).isExecutable();
  }

  @Test
  void theNodeStartsFromItInLittleMemoryAndArchivesItsClasses()
      throws IOException, InterruptedException {
    Path root = unpacked();
    try (RosMaster master = new RosMaster("127.0.0.1", 0)) {
      Map<String, String> environment =
          Map.of("ROS_MASTER_URI", master.uri().toString(), "ROS_IP", "127.0.0.1");
      try (ConnectedNode operator =
          NodeRunner.provider("ros1")
              .connect(new NodeConfiguration("operator", List.of(), environment))) {
        BlockingQueue<String> info = new LinkedBlockingQueue<>();
        operator
            .newSubscriber(
                "/policy/info", eyas.bridge.message.std_msgs.String.TYPE, Quality.LATCHED)
            .addListener(message -> info.add(message.data()));
        start(root, environment, info);
        assertThat(folder.resolve("cache")).isDirectoryContaining("glob:**.jsa");
        info.clear();
        start(root, environment, info);
      }
    }
  }

  private void start(Path root, Map<String, String> environment, BlockingQueue<String> info)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            root.resolve("scripts/policy_node").toString(), "_policy:=student-rates");
    builder.environment().putAll(environment);
    builder.environment().put("EYAS_CLASS_CACHE", folder.resolve("cache").toString());
    long begin = System.nanoTime();
    Process node = builder.directory(folder.toFile()).inheritIO().start();
    try {
      String text = info.poll();
      while (text == null && node.isAlive()) {
        Thread.sleep(5);
        text = info.poll();
      }
      double seconds = (System.nanoTime() - begin) / 1e9;
      long memory = memory(node.pid());
      System.out.printf("the node said what it is after %.2f s, with %d KiB%n", seconds, memory);
      assertThat(text).as("the node ended").isNotNull().contains("student-rates");
      assertThat(memory).isLessThan(MOST_MEMORY_KIB);
    } finally {
      node.destroy();
      node.waitFor();
    }
  }

  /** Memory of a process that is in main memory [KiB]. */
  private static long memory(long pid) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }
}
