package eyas.bridge.ros1.peer;

import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.NodeConfiguration;
import eyas.bridge.link.NodeRunner;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInfo;

/** One real roscore for each class of tests, where ROS 1 is installed. */
abstract class RosPeerFixture {
  private static Optional<RosPeers> started = Optional.empty();

  @BeforeAll
  static void startCore(TestInfo test) {
    Optional<String> missing = RosPeers.missing();
    missing.ifPresent(
        reason ->
            System.err.println(
                "SKIPPED " + test.getTestClass().map(Class::getSimpleName).get() + ": " + reason));
    Assumptions.assumeTrue(missing.isEmpty());
    started = Optional.of(RosPeers.start());
  }

  @AfterAll
  static void stopCore() {
    started.ifPresent(RosPeers::close);
    started = Optional.empty();
  }

  static RosPeers peers() {
    return started.orElseThrow();
  }

  static ConnectedNode node(String name, String... arguments) {
    return NodeRunner.provider("ros1")
        .connect(new NodeConfiguration(name, List.of(arguments), peers().environment()));
  }

  /** A node of rospy, once it has registered. */
  static PeerProcess rospy(String mode, String... arguments) throws InterruptedException {
    String[] command = new String[arguments.length + 3];
    command[0] = RosPeers.PYTHON;
    command[1] = script().toString();
    command[2] = mode;
    System.arraycopy(arguments, 0, command, 3, arguments.length);
    PeerProcess process = peers().run(command);
    process.await(text -> text.contains("ready /"));
    return process;
  }

  private static Path script() {
    Path script = peers().folder().resolve("rospy_peer.py");
    try (InputStream source = RosPeerFixture.class.getResourceAsStream("rospy_peer.py")) {
      Files.copy(source, script, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      throw new PeerException("the script could not be copied", failure);
    }
    return script;
  }

  static void await(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      Thread.sleep(5);
    }
  }
}
