package eyas.bridge.ros1.peer;

import static org.assertj.core.api.Assertions.assertThat;

import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.Publisher;
import eyas.bridge.link.Quality;
import eyas.bridge.message.std_msgs.Float64;
import org.junit.jupiter.api.Test;

/** {@code rosnode}, {@code rosparam} and {@code /rosout} as peers. */
@SuppressWarnings("try")
class RosNodePeerTest extends RosPeerFixture {
  private static final String ROSNODE = "/usr/bin/rosnode";
  private static final String ROSPARAM = "/usr/bin/rosparam";

  @Test
  void listInfoAndPingFindTheNodeAndNoneIsLeftBehind() throws InterruptedException {
    try (ConnectedNode node = node("seen", "__ns:=/drone")) {
      Publisher<Float64> publisher = node.newPublisher("out", Float64.TYPE, Quality.QUEUED);
      node.newSubscriber("in", Float64.TYPE, Quality.QUEUED);
      PeerProcess listener = rospy("listen", "/drone/out");
      await(() -> publisher.subscribers() == 1);
      assertThat(peers().run(ROSNODE, "list").result()).contains("/drone/seen");
      assertThat(peers().run(ROSNODE, "ping", "-c", "2", "/drone/seen").result())
          .contains("xmlrpc reply from");
      assertThat(peers().run(ROSNODE, "info", "/drone/seen").result())
          .contains("/drone/out [std_msgs/Float64]")
          .contains("/drone/in [unknown type]")
          .contains("Pid: " + ProcessHandle.current().pid())
          .contains("direction: outbound")
          .contains("transport: TCPROS")
          .contains("/peer_listen");
      listener.close();
    }
    assertThat(peers().run(ROSNODE, "list").result()).doesNotContain("/drone/seen");
  }

  @Test
  void killAsksTheNodeToLeave() throws InterruptedException {
    try (ConnectedNode node = node("leaving")) {
      peers().run(ROSNODE, "kill", "/leaving").result();
      await(() -> !node.running());
      String nodes = peers().run(ROSNODE, "list").result();
      assertThat(nodes).doesNotContain("/leaving");
    }
  }

  @Test
  void parametersGoBothWays() throws InterruptedException {
    try (ConnectedNode node = node("tuned")) {
      java.util.concurrent.BlockingQueue<Object> changes =
          new java.util.concurrent.LinkedBlockingQueue<>();
      node.parameters().addListener("~gain", changes::add);
      peers().run(ROSPARAM, "set", "/tuned/gain", "2.5").result();
      assertThat(changes.take()).isEqualTo(2.5);
      assertThat(node.parameters().number("~gain", 0)).isEqualTo(2.5);
      node.parameters()
          .set("~limits", java.util.Map.of("names", java.util.List.of("a", "b"), "on", true));
      assertThat(peers().run(ROSPARAM, "get", "/tuned/limits").result())
          .contains("names:\n- a\n- b")
          .contains("'on': true");
      assertThat(node.parameters().names()).contains("/tuned/gain", "/rosdistro");
      node.parameters().delete("~gain");
      assertThat(peers().run(ROSPARAM, "list").result()).doesNotContain("/tuned/gain");
    }
  }

  @Test
  void rosoutPassesTheLogOn() throws InterruptedException {
    PeerProcess log = rospy("rosout", "motors");
    try (ConnectedNode node = node("logging")) {
      try (Beat beat = Beat.of(10, () -> node.log().warn("motors are cold"))) {
        log.await(text -> text.contains("log 4 /logging motors are cold"));
      }
    }
    log.close();
  }
}
