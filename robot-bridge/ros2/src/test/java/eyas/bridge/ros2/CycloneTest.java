package eyas.bridge.ros2;

import static org.assertj.core.api.Assertions.assertThat;

import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.Publisher;
import eyas.bridge.link.Quality;
import eyas.bridge.link.Subscriber;
import eyas.bridge.message.Message;
import eyas.bridge.message.MessageType;
import eyas.bridge.message.Time;
import eyas.bridge.message.rcl_interfaces.Log;
import eyas.bridge.message.sensor_msgs.Image;
import eyas.bridge.message.sensor_msgs.JointState;
import eyas.bridge.message.std_msgs.Header;
import eyas.bridge.ros2.peer.CyclonePeer;
import eyas.bridge.ros2.peer.RoundTrip;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against CycloneDDS: another implementation, in C, in another process. */
class CycloneTest {
  private static final int DOMAIN = TestDomain.CYCLONE;
  private static final Quality RELIABLE = new Quality(10, false, true);
  private static final Header HEADER = new Header(0, new Time(5, 6), "optical_frame");

  @TempDir static Path folder;
  private static Path program;
  private ConnectedNode node;

  @BeforeAll
  static void build() {
    if (!CyclonePeer.available()) {
      System.err.println(
          "SKIPPED CycloneTest: the peer cannot be built; apt-get install " + CyclonePeer.PACKAGES);
    }
    Assumptions.assumeTrue(CyclonePeer.available());
    program = CyclonePeer.build(Path.of("src/test/c"), folder);
  }

  @BeforeEach
  void start() {
    node = Nodes.start("policy", DOMAIN);
  }

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void aTwistGoesThereAndBackFiveHundredTimesASecond() throws InterruptedException {
    try (CyclonePeer peer = start("geometry_msgs/TwistStamped")) {
      RoundTrip.Result result = new RoundTrip(node, "/ping", "/pong", RELIABLE, 1_500).run(500, 30);
      System.err.println("TwistStamped to CycloneDDS and back: " + result);
      assertThat(result.found()).as("the peer was found").isTrue();
      assertThat(result.lost()).as("lost of %s", result).isZero();
      assertThat(peer.running()).isTrue();
    }
  }

  @Test
  void aDepthImageComesBackBitForBit() throws InterruptedException {
    ByteBuffer depth = ByteBuffer.allocate(64 * 64 * 4).order(ByteOrder.LITTLE_ENDIAN);
    Random random = new Random(1);
    while (depth.hasRemaining()) {
      depth.putFloat(depth.position() % 100 == 0 ? Float.NaN : random.nextFloat() * 10);
    }
    Image sent = new Image(HEADER, 64, 64, "32FC1", (byte) 0, 256, depth.array());
    assertThat(thereAndBack(Image.TYPE, sent, RELIABLE)).isEqualTo(sent);
  }

  @Test
  void textsAndSequencesComeBack() throws InterruptedException {
    JointState sent =
        new JointState(
            HEADER,
            List.of("finger_joint", "", "gelenk-ä"),
            new double[] {1, Double.NaN, Double.NEGATIVE_INFINITY},
            new double[0],
            new double[] {-0.0, Double.MIN_VALUE, 3});
    assertThat(thereAndBack(JointState.TYPE, sent, RELIABLE)).isEqualTo(sent);
  }

  @Test
  void alignmentIsThatOfTheOtherSide() throws InterruptedException {
    Log sent = new Log(new Time(-1, 999_999_999), (byte) 20, "a", "bc", "", "f", -7);
    assertThat(thereAndBack(Log.TYPE, sent, RELIABLE)).isEqualTo(sent);
  }

  @Test
  void bestEffortArrives() throws InterruptedException {
    try (CyclonePeer peer = start("geometry_msgs/TwistStamped", "best-effort")) {
      Quality sensor = new Quality(5, false, false);
      RoundTrip.Result result = new RoundTrip(node, "/ping", "/pong", sensor, 200).run(200, 10);
      assertThat(result.found()).as("the peer was found").isTrue();
      // the kernel may drop datagrams of a busy machine, but hardly half of them
      assertThat(result.lost()).as("lost of %s", result).isLessThan(100);
      assertThat(peer.running()).isTrue();
    }
  }

  @Test
  void whoComesLateIsGivenTheLatchedMessage() throws InterruptedException {
    Publisher<JointState> out = node.newPublisher("/ping", JointState.TYPE, Quality.LATCHED);
    JointState sent =
        new JointState(HEADER, List.of("j"), new double[] {1}, new double[0], new double[0]);
    out.publish(sent);
    try (CyclonePeer peer = start("sensor_msgs/JointState", "latched")) {
      Nodes.await("the peer", () -> out.subscribers() == 1);
      // the peer's own latched answer, for whom this node is late
      BlockingQueue<JointState> back =
          received(node.newSubscriber("/pong", JointState.TYPE, Quality.LATCHED));
      assertThat(back.poll(30, TimeUnit.SECONDS)).isEqualTo(sent);
      assertThat(peer.running()).isTrue();
    }
  }

  @Test
  void aPeerWithAnotherTypeOfTheSameTopicIsLeftAlone() throws InterruptedException {
    Publisher<Image> images = node.newPublisher("/ping", Image.TYPE, RELIABLE);
    try (CyclonePeer wrong = start("std_msgs/String");
        CyclonePeer right =
            CyclonePeer.start(program, DOMAIN, "sensor_msgs/Image", "/ping", "/images")) {
      BlockingQueue<Image> back = received(node.newSubscriber("/images", Image.TYPE, RELIABLE));
      Image sent = new Image(HEADER, 1, 1, "32FC1", (byte) 0, 4, new byte[4]);
      Nodes.await("the right peer", () -> images.subscribers() == 1);
      Image returned = publishUntilReturned(images, sent, back);
      assertThat(returned).isEqualTo(sent);
      assertThat(wrong.running() && right.running()).isTrue();
      assertThat(images.subscribers()).isEqualTo(1);
    }
  }

  private static CyclonePeer start(String type, String... options) {
    return CyclonePeer.start(program, DOMAIN, type, "/ping", "/pong", options);
  }

  private <M extends Message> M thereAndBack(MessageType<M> type, M sent, Quality quality)
      throws InterruptedException {
    Publisher<M> out = node.newPublisher("/ping", type, quality);
    Subscriber<M> in = node.newSubscriber("/pong", type, quality);
    BlockingQueue<M> back = received(in);
    try (CyclonePeer peer = start(type.name())) {
      Nodes.await("the peer", () -> out.subscribers() == 1 && in.publishers() == 1);
      M returned = publishUntilReturned(out, sent, back);
      assertThat(peer.running()).isTrue();
      return returned;
    }
  }

  // this side may have found the peer before the peer has found this side
  private static <M extends Message> M publishUntilReturned(
      Publisher<M> out, M sent, BlockingQueue<M> back) throws InterruptedException {
    for (int attempt = 0; attempt < 30; attempt++) {
      out.publish(sent);
      M returned = back.poll(1, TimeUnit.SECONDS);
      if (returned != null) {
        return returned;
      }
    }
    throw new AssertionError("nothing came back of " + sent);
  }

  private static <M extends Message> BlockingQueue<M> received(Subscriber<M> subscriber) {
    BlockingQueue<M> queue = new ArrayBlockingQueue<>(100);
    subscriber.addListener(queue::offer);
    return queue;
  }
}
