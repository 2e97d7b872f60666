package eyas.bridge.ros1.peer;

import static org.assertj.core.api.Assertions.assertThat;

import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.Publisher;
import eyas.bridge.link.Quality;
import eyas.bridge.message.sensor_msgs.Imu;
import eyas.bridge.node.family.Families;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code roslaunch} with this module as an unbuilt package. */
class RosLaunchPeerTest extends RosPeerFixture {
  private static final String ROSLAUNCH = "/usr/bin/roslaunch";
  private static final Map<String, String> PACKAGES =
      Map.of(
          "ROS_PACKAGE_PATH",
          Path.of("").toAbsolutePath() + ":/usr/share",
          "JAVA_HOME",
          System.getProperty("java.home"));

  private static PeerProcess launch(String... arguments) {
    String[] command = new String[arguments.length + 1];
    command[0] = ROSLAUNCH;
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    return peers().run(PACKAGES, command);
  }

  private static BlockingQueue<String> texts(ConnectedNode node, String topic) {
    BlockingQueue<String> texts = new LinkedBlockingQueue<>();
    node.newSubscriber(topic, eyas.bridge.message.std_msgs.String.TYPE, Quality.LATCHED)
        .addListener(message -> texts.add(message.data()));
    return texts;
  }

  @Test
  void everyLaunchFileDocumentsItsArguments() throws IOException, InterruptedException {
    try (Stream<Path> files = Files.list(Path.of("launch"))) {
      for (Path file : files.sorted().toList()) {
        String text = launch("--ros-args", "eyas", file.getFileName().toString()).result();
        assertThat(text).as("%s", file).contains("policy");
        Files.readAllLines(file).stream()
            .filter(line -> line.strip().startsWith("<arg ") && !line.contains(" value="))
            .forEach(line -> assertThat(line).as("%s", file).contains(" doc=\""));
      }
    }
  }

  @Test
  void everyLaunchFileStartsAFamilyThatExistsWithItsConfiguration()
      throws IOException, InterruptedException {
    try (Stream<Path> files = Files.list(Path.of("launch"))) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        List<String> arguments =
            new ArrayList<>(List.of("--dump-params", "eyas", name, "policy:=p"));
        // required by one of them and unknown to the others
        if (name.equals("allegro.launch")) {
          arguments.add("HAND:=right");
        }
        String text = launch(arguments.toArray(new String[0])).result();
        Matcher family = Pattern.compile("/policy/family: (\\S+)").matcher(text);
        assertThat(family.find()).as(text).isTrue();
        assertThat(Families.named(family.group(1)).name()).isEqualTo(family.group(1));
        assertThat(text).contains("/policy/timeout_enable: 0.2");
      }
    }
  }

  @Test
  void namesItsNodeAndItsParameters() throws InterruptedException {
    String[] arguments = {"eyas", "quadrotor.launch", "policy:=student-rates", "ns:=/drone"};
    String[] nodes = {"--nodes", arguments[0], arguments[1], arguments[2], arguments[3]};
    assertThat(launch(nodes).result()).contains("/drone/policy");
    String[] dump = {
      "--dump-params", arguments[0], arguments[1], arguments[2], arguments[3], "rate:=200"
    };
    assertThat(launch(dump).result())
        .contains("/drone/policy/policy: student-rates")
        .contains("/drone/policy/rate: 200.0")
        .contains("/drone/policy/timeout_enable: 0.2");
  }

  @Test
  void startsTheNodeRemapsItRestartsItAndStopsItCleanly() throws InterruptedException {
    try (ConnectedNode robot = node("robot")) {
      Publisher<Imu> imu = robot.newPublisher("/uav1/mavros/imu/data", Imu.TYPE, Quality.SENSOR);
      BlockingQueue<String> info = texts(robot, "/drone/pilot/info");
      PeerProcess launch =
          launch(
              "eyas",
              "quadrotor.launch",
              "policy:=student-rates",
              "ns:=/drone",
              "name:=pilot",
              "mavros:=/uav1/mavros",
              "rate:=200",
              "respawn_delay:=0");
      assertThat(info(info, launch)).contains("student-rates");
      await(() -> imu.subscribers() == 1);
      // a node that crashes is started again
      node(launch).destroyForcibly();
      assertThat(info(info, launch)).contains("student-rates");
      ProcessHandle second = node(launch);
      await(() -> imu.subscribers() == 1);
      launch.signal("INT");
      launch.code();
      assertThat(second.isAlive()).isFalse();
      String nodes = peers().run("/usr/bin/rosnode", "list").result();
      assertThat(nodes).doesNotContain("/drone/pilot");
    }
  }

  private static String info(BlockingQueue<String> info, PeerProcess launch)
      throws InterruptedException {
    await(() -> !info.isEmpty() || !launch.alive());
    assertThat(info).as(launch.output()).isNotEmpty();
    return info.take();
  }

  /** The process of the policy node. */
  private static ProcessHandle node(PeerProcess launch) {
    List<ProcessHandle> all = ProcessHandle.of(launch.pid()).orElseThrow().descendants().toList();
    return all.stream()
        .filter(process -> process.info().command().orElse("").endsWith("/java"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void saysWhyAPolicyIsRefused() throws InterruptedException {
    PeerProcess launch =
        launch("eyas", "quadrotor.launch", "policy:=no-such-policy", "respawn:=false");
    launch.await(text -> text.contains("Parameter ~policy is 'no-such-policy'"));
    launch.close();
  }
}
