package eyas.bridge.ros1.peer;

import static org.assertj.core.api.Assertions.assertThat;

import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.Publisher;
import eyas.bridge.link.Quality;
import eyas.bridge.message.Time;
import eyas.bridge.message.geometry_msgs.Quaternion;
import eyas.bridge.message.geometry_msgs.Vector3;
import eyas.bridge.message.mavros_msgs.AttitudeTarget;
import eyas.bridge.message.std_msgs.Header;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** {@code rosbag} as a peer: what it records of one node it plays to another, with its time. */
@SuppressWarnings("try")
class RosBagPeerTest extends RosPeerFixture {
  private static final String ROSBAG = "/usr/bin/rosbag";
  private static final int MESSAGES = 50;

  // of a type that is not installed here: the bag keeps its definition
  private static AttitudeTarget command(int index) {
    return new AttitudeTarget(
        new Header(0, new Time(100 + index, 7), "body"),
        AttitudeTarget.IGNORE_ATTITUDE,
        new Quaternion(0, 0, 0, 1),
        new Vector3(index, -index, 0.5),
        index / 64f);
  }

  private Path record() throws InterruptedException {
    Path bag = peers().folder().resolve("commands.bag");
    try (ConnectedNode node = node("flying")) {
      Publisher<AttitudeTarget> publisher =
          node.newPublisher("/commands", AttitudeTarget.TYPE, Quality.QUEUED);
      PeerProcess recording =
          peers().run(ROSBAG, "record", "-O", bag.toString(), "-l", "" + MESSAGES, "/commands");
      await(() -> publisher.subscribers() == 1 || !recording.alive());
      AtomicInteger index = new AtomicInteger();
      try (Beat beat = Beat.of(100, () -> publisher.publish(command(index.getAndIncrement())))) {
        recording.result();
      }
    }
    return bag;
  }

  @Test
  void recordsAndPlaysBackTheSameMessages() throws InterruptedException {
    Path bag = record();
    assertThat(peers().run(ROSBAG, "info", bag.toString()).result())
        .contains("/commands   " + MESSAGES + " msgs")
        .contains("mavros_msgs/AttitudeTarget [" + AttitudeTarget.TYPE.md5() + "]");
    try (ConnectedNode setter = node("setter")) {
      setter.parameters().set("/use_sim_time", true);
    }
    try (ConnectedNode node = node("replaying")) {
      assertThat(node.clock().simulated()).isTrue();
      BlockingQueue<AttitudeTarget> received = new LinkedBlockingQueue<>();
      node.newSubscriber("/commands", AttitudeTarget.TYPE, Quality.QUEUED)
          .addListener(received::add);
      PeerProcess play =
          peers()
              .run(ROSBAG, "play", "--clock", "--wait-for-subscribers", "-d", "1", bag.toString());
      for (int i = 0; i < MESSAGES; i++) {
        AttitudeTarget got = received.take();
        AttitudeTarget sent = command(i);
        assertThat(got.bodyRate()).isEqualTo(sent.bodyRate());
        assertThat(got.thrust()).isEqualTo(sent.thrust());
        assertThat(got.header().stamp()).isEqualTo(sent.header().stamp());
        assertThat(got.typeMask()).isEqualTo(sent.typeMask());
      }
      assertThat(node.clock().nanoseconds()).isPositive();
      play.result();
      assertThat(received).isEmpty();
    } finally {
      try (ConnectedNode setter = node("setter")) {
        setter.parameters().delete("/use_sim_time");
      }
    }
  }
}
