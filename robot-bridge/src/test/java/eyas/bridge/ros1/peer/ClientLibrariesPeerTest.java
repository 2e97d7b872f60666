package eyas.bridge.ros1.peer;

import static org.assertj.core.api.Assertions.assertThat;

import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.Publisher;
import eyas.bridge.link.Quality;
import eyas.bridge.message.Time;
import eyas.bridge.message.geometry_msgs.Quaternion;
import eyas.bridge.message.geometry_msgs.Vector3;
import eyas.bridge.message.mavros_msgs.AttitudeTarget;
import eyas.bridge.message.sensor_msgs.Image;
import eyas.bridge.message.sensor_msgs.JointState;
import eyas.bridge.message.std_msgs.Float64;
import eyas.bridge.message.std_msgs.Header;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

/** Nodes of rospy and roscpp as peers. */
class ClientLibrariesPeerTest extends RosPeerFixture {
  private static final Header HEADER = new Header(0, new Time(5, 6), "camera");

  @Test
  void rospySendsEveryNumberBackDoubled() throws InterruptedException {
    PeerProcess echo = rospy("echo", "/there", "/back");
    try (ConnectedNode node = node("counting")) {
      BlockingQueue<Float64> back = new LinkedBlockingQueue<>();
      node.newSubscriber("/back", Float64.TYPE, Quality.QUEUED).addListener(back::add);
      Publisher<Float64> there =
          node.newPublisher("/there", Float64.TYPE, new Quality(1000, false, true));
      await(() -> there.subscribers() == 1);
      // the way back may come up later than the way there
      while (back.isEmpty()) {
        there.publish(new Float64(-1));
        Thread.sleep(10);
      }
      for (int i = 0; i < 500; i++) {
        there.publish(new Float64(i));
      }
      double next = back.take().data();
      while (next < 0) {
        next = back.take().data();
      }
      for (int i = 0; i < 500; i++) {
        assertThat(next).isEqualTo(2.0 * i);
        next = i < 499 ? back.take().data() : 0;
      }
      assertThat(there.dropped()).isZero();
    }
    echo.close();
  }

  @Test
  void readsWhatRospyPublishes() throws InterruptedException {
    try (ConnectedNode node = node("reading")) {
      BlockingQueue<JointState> received = new LinkedBlockingQueue<>();
      node.newSubscriber("/state", JointState.TYPE, Quality.SENSOR).addListener(received::add);
      PeerProcess talker = rospy("talk", "/state");
      JointState state = received.take();
      assertThat(state.name()).containsExactly("a", "gelenk-ä");
      assertThat(state.position()).containsExactly(1.5, -2.5);
      assertThat(state.velocity()).isEmpty();
      assertThat(state.effort()).containsExactly(3.25);
      assertThat(state.header().stamp()).isEqualTo(new Time(12, 345));
      assertThat(state.header().frameId()).isEqualTo("base");
      talker.close();
    }
  }

  @Test
  void rospyRebuildsATypeFromTheDefinitionOnTheWire() throws InterruptedException {
    PeerProcess rebuild = rospy("rebuild", "/commands");
    try (ConnectedNode node = node("commanding")) {
      AttitudeTarget command =
          new AttitudeTarget(
              HEADER, (byte) 128, new Quaternion(0, 0, 0, 1), new Vector3(0.25, 0, 0), 0.75f);
      node.newPublisher("/commands", AttitudeTarget.TYPE, Quality.LATCHED).publish(command);
      rebuild.await(text -> text.contains("rebuilt mavros_msgs/AttitudeTarget same 0.25 0.75 128"));
    }
    rebuild.close();
  }

  @Test
  void roscppRelaysImagesUnchanged() throws InterruptedException {
    PeerProcess relay = peers().run(RosPeers.RELAY, "/depth", "/depth_relayed");
    try (ConnectedNode node = node("camera")) {
      BlockingQueue<Image> received = new LinkedBlockingQueue<>();
      node.newSubscriber("/depth_relayed", Image.TYPE, Quality.QUEUED).addListener(received::add);
      Publisher<Image> camera = node.newPublisher("/depth", Image.TYPE, Quality.LATCHED);
      byte[] pixels = new byte[640 * 480 * 4];
      new SplittableRandom(7).nextBytes(pixels);
      Image sent = new Image(HEADER, 480, 640, "32FC1", (byte) 0, 640 * 4, pixels);
      await(() -> camera.subscribers() == 1);
      // the relay advertises its output only when something has come in
      while (received.isEmpty()) {
        camera.publish(sent);
        Thread.sleep(20);
      }
      Image image = received.take();
      assertThat(image.data()).isEqualTo(pixels);
      assertThat(image.encoding()).isEqualTo("32FC1");
      assertThat(image.header().frameId()).isEqualTo("camera");
    }
    relay.close();
  }
}
