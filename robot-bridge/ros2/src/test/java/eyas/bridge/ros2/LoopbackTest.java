package eyas.bridge.ros2;

import static org.assertj.core.api.Assertions.assertThat;

import eyas.bridge.link.ConnectedNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What is asked to stay on this machine opens no port to others. */
class LoopbackTest {
  private static final Path SELF = Path.of("/proc/self/fd");

  @Test
  @EnabledOnOs(OS.LINUX)
  void onlyTheLoopbackInterfaceIsUsed() throws IOException {
    Set<String> before = addresses();
    try (ConnectedNode node = Nodes.start("quiet", 76)) {
      Set<String> added = addresses();
      added.removeAll(before);
      assertThat(node.running()).isTrue();
      // 127.0.0.1 and, joined on it, 239.255.0.1; bytes of addresses stand in reverse
      assertThat(added)
          .isNotEmpty()
          .allSatisfy(
              address ->
                  assertThat(address).startsWith("udp ").containsAnyOf("0100007F:", "0100FFEF:"));
    }
  }

  /** Sockets of this process: protocol, bound address and port. */
  private static Set<String> addresses() throws IOException {
    Set<String> inodes;
    try (Stream<Path> files = Files.list(SELF)) {
      inodes = files.map(LoopbackTest::target).collect(Collectors.toSet());
    }
    Set<String> found = new TreeSet<>();
    for (String protocol : Set.of("udp", "udp6", "tcp", "tcp6")) {
      Path table = Path.of("/proc/self/net", protocol);
      for (String line : lines(table)) {
        String[] words = line.strip().split("\\s+", -1);
        if (words.length > 9 && inodes.contains("socket:[" + words[9] + "]")) {
          found.add(protocol + " " + words[1]);
        }
      }
    }
    return found;
  }

  private static List<String> lines(Path table) throws IOException {
    return Files.exists(table) ? Files.readAllLines(table) : List.of();
  }

  private static String target(Path file) {
    try {
      return Files.readSymbolicLink(file).toString();
    } catch (java.nio.file.NoSuchFileException closedMeanwhile) {
      return "";
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
