package eyas.bridge.ros1.peer;

import static org.assertj.core.api.Assertions.assertThat;

import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.Publisher;
import eyas.bridge.link.Quality;
import eyas.bridge.message.Time;
import eyas.bridge.message.geometry_msgs.Twist;
import eyas.bridge.message.sensor_msgs.JointState;
import eyas.bridge.message.std_msgs.Float64;
import eyas.bridge.message.std_msgs.Header;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code rostopic} as a peer. */
@SuppressWarnings("try")
class RosTopicPeerTest extends RosPeerFixture {
  private static final String ROSTOPIC = "/usr/bin/rostopic";
  private static final Pattern RATE = Pattern.compile("average rate: ([0-9.]+)");

  @Test
  void echoShowsWhatIsPublished() throws InterruptedException {
    try (ConnectedNode node = node("speaker")) {
      node.newPublisher("/joints", JointState.TYPE, Quality.LATCHED)
          .publish(
              new JointState(
                  new Header(0, new Time(12, 345), "base"),
                  List.of("hip", "knee"),
                  new double[] {0.5, -1.25},
                  new double[0],
                  new double[] {3}));
      String text = peers().run(ROSTOPIC, "echo", "-n", "1", "/joints").result();
      assertThat(text)
          .contains("secs: 12")
          .contains("nsecs:       345")
          .contains("frame_id: \"base\"")
          .contains("- hip")
          .contains("position: [0.5, -1.25]")
          .contains("velocity: []")
          .contains("effort: [3.0]");
    }
  }

  @Test
  void hzSeesTheRate() throws InterruptedException {
    try (ConnectedNode node = node("beating")) {
      Publisher<Float64> publisher = node.newPublisher("/beat", Float64.TYPE, Quality.QUEUED);
      try (Beat beat = Beat.of(100, () -> publisher.publish(new Float64(1)));
          PeerProcess hz = peers().run(ROSTOPIC, "hz", "/beat")) {
        String text = hz.await(printed -> RATE.matcher(printed).results().count() >= 3);
        Matcher rates = RATE.matcher(text);
        double last = 0;
        while (rates.find()) {
          last = Double.parseDouble(rates.group(1));
        }
        assertThat(last).as(text).isBetween(90.0, 110.0);
      }
    }
  }

  @Test
  void pubIsHeard() throws InterruptedException {
    try (ConnectedNode node = node("listener")) {
      BlockingQueue<Twist> received = new LinkedBlockingQueue<>();
      node.newSubscriber("/cmd_vel", Twist.TYPE, Quality.COMMAND).addListener(received::add);
      try (PeerProcess pub =
          peers()
              .run(
                  ROSTOPIC,
                  "pub",
                  "-r",
                  "20",
                  "/cmd_vel",
                  "geometry_msgs/Twist",
                  "{linear: {x: 0.25}, angular: {z: -1.5}}")) {
        Twist twist = received.take();
        assertThat(twist.linear().x()).isEqualTo(0.25);
        assertThat(twist.angular().z()).isEqualTo(-1.5);
        assertThat(pub.alive()).isTrue();
      }
    }
  }

  @Test
  void infoAndListKnowTheTypeAndBothEnds() throws InterruptedException {
    try (ConnectedNode speaker = node("info_speaker");
        ConnectedNode listener = node("info_listener")) {
      Publisher<Float64> publisher = speaker.newPublisher("/known", Float64.TYPE, Quality.QUEUED);
      listener.newSubscriber("/known", Float64.TYPE, Quality.QUEUED);
      await(() -> publisher.subscribers() == 1);
      assertThat(peers().run(ROSTOPIC, "info", "/known").result())
          .contains("Type: std_msgs/Float64")
          .contains("/info_speaker")
          .contains("/info_listener");
      assertThat(peers().run(ROSTOPIC, "type", "/known").result()).contains("std_msgs/Float64");
      assertThat(peers().run(ROSTOPIC, "list", "-v").result())
          .contains("/known [std_msgs/Float64] 1 publisher")
          .contains("/known [std_msgs/Float64] 1 subscriber");
    }
  }
}
