package eyas.cli.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.NodeConfiguration;
import eyas.bridge.link.NodeRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The real roscore, where it is installed (Debian: python3-roslaunch). */
class RoscoreTest {
  @Test
  void startsServesRestartsAndEnds() {
    Optional<Path> program = Roscore.program();
    assumeTrue(
        program.isPresent(),
        "SKIPPED: there is no roscore on PATH; apt-get install python3-roslaunch brings it.");
    try (Master master = new Roscore(program.orElseThrow())) {
      assertThat(master.kind()).isEqualTo("roscore");
      int before = port(master);
      assertThat(parameter(master, "/rosversion")).isPresent();
      master.restart();
      assertThat(port(master)).isEqualTo(before);
      assertThat(parameter(master, "/rosdistro")).isPresent();
    }
  }

  private static int port(Master master) {
    return master.uri().getPort();
  }

  // roscore sets both when it is up
  private static Optional<Object> parameter(Master master, String name) {
    NodeConfiguration configuration =
        new NodeConfiguration("visitor", List.of(), master.environment());
    try (ConnectedNode node = NodeRunner.provider("ros1").connect(configuration)) {
      Optional<Object> value = node.parameters().get(name);
      while (value.isEmpty()) {
        Thread.onSpinWait();
        value = node.parameters().get(name);
      }
      return value;
    }
  }
}
