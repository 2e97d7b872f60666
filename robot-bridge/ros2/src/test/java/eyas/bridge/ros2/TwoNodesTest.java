package eyas.bridge.ros2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.LinkException;
import eyas.bridge.link.NodeConfiguration;
import eyas.bridge.link.NodeRunner;
import eyas.bridge.link.Publisher;
import eyas.bridge.link.Quality;
import eyas.bridge.link.Subscriber;
import eyas.bridge.message.Message;
import eyas.bridge.message.MessageType;
import eyas.bridge.message.RawMessage;
import eyas.bridge.message.RecordType;
import eyas.bridge.message.Time;
import eyas.bridge.message.geometry_msgs.Twist;
import eyas.bridge.message.geometry_msgs.Vector3;
import eyas.bridge.message.rcl_interfaces.Log;
import eyas.bridge.message.sensor_msgs.BatteryState;
import eyas.bridge.message.sensor_msgs.JointState;
import eyas.bridge.message.std_msgs.Empty;
import eyas.bridge.message.std_msgs.Header;
import eyas.bridge.message.std_msgs.UInt8MultiArray;
import eyas.bridge.message.std_srvs.SetBool;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two participants of one process, on the loopback interface. */
class TwoNodesTest {
  private ConnectedNode one;
  private ConnectedNode two;

  @BeforeEach
  void start() {
    one = Nodes.start("one", TestDomain.NODES);
    two = Nodes.start("two", TestDomain.NODES, "--ros-args", "-r", "chatter:=/lower/chatter");
  }

  @AfterEach
  void stop() {
    one.close();
    two.close();
  }

  @Test
  void messagesArriveUnderTheRemappedName() throws InterruptedException {
    Publisher<Twist> publisher = one.newPublisher("/lower/chatter", Twist.TYPE, Quality.QUEUED);
    BlockingQueue<Twist> received =
        received(two.newSubscriber("chatter", Twist.TYPE, Quality.QUEUED));
    Nodes.await("a subscriber", () -> publisher.subscribers() == 1);
    Twist sent =
        new Twist(new Vector3(1, -2, Double.NaN), new Vector3(0, Double.NEGATIVE_INFINITY, 0.5));
    publisher.publish(sent);
    assertThat(received.poll(20, TimeUnit.SECONDS)).isEqualTo(sent);
  }

  @Test
  void aLateSubscriberIsGivenTheLatchedMessage() throws InterruptedException {
    Publisher<Twist> publisher = one.newPublisher("/fact", Twist.TYPE, Quality.LATCHED);
    Twist last = new Twist(new Vector3(3, 2, 1), new Vector3(0, 0, 0));
    publisher.publish(new Twist(new Vector3(0, 0, 0), new Vector3(0, 0, 0)));
    publisher.publish(last);
    BlockingQueue<Twist> received =
        received(two.newSubscriber("/fact", Twist.TYPE, Quality.LATCHED));
    assertThat(received.poll(20, TimeUnit.SECONDS)).isEqualTo(last);
  }

  @Test
  void aLatchedMessageWaitsForTheFirstListener() throws InterruptedException {
    Publisher<Twist> publisher = one.newPublisher("/fact", Twist.TYPE, Quality.LATCHED);
    Twist last = new Twist(new Vector3(3, 2, 1), new Vector3(0, 0, 0));
    publisher.publish(last);
    Subscriber<Twist> early = two.newSubscriber("/fact", Twist.TYPE, Quality.LATCHED);
    Nodes.await("the publisher", () -> early.publishers() == 1);
    // by the time that another subscriber has the message, it has come to the first one as well
    BlockingQueue<Twist> other = received(two.newSubscriber("/fact", Twist.TYPE, Quality.LATCHED));
    assertThat(other.poll(20, TimeUnit.SECONDS)).isEqualTo(last);
    assertThat(received(early).poll(20, TimeUnit.SECONDS)).isEqualTo(last);
  }

  @Test
  void aTypeMismatchIsNoMatch() throws InterruptedException {
    Publisher<Twist> publisher = one.newPublisher("/mixed", Twist.TYPE, Quality.QUEUED);
    Subscriber<Vector3> wrong = two.newSubscriber("/mixed", Vector3.TYPE, Quality.QUEUED);
    BlockingQueue<Vector3> wrongly = received(wrong);
    BlockingQueue<Twist> rightly =
        received(two.newSubscriber("/mixed", Twist.TYPE, Quality.QUEUED));
    Nodes.await("the right subscriber", () -> publisher.subscribers() == 1);
    publisher.publish(new Twist(new Vector3(1, 2, 3), new Vector3(4, 5, 6)));
    assertThat(rightly.poll(20, TimeUnit.SECONDS)).isNotNull();
    assertThat(wrong.publishers()).isZero();
    assertThat(wrongly).isEmpty();
  }

  @Test
  void aMessageThatIsTooLargeIsRefusedBeforeItIsSent() {
    Publisher<UInt8MultiArray> publisher =
        one.newPublisher("/large", UInt8MultiArray.TYPE, Quality.QUEUED);
    assertThatThrownBy(
            () ->
                publisher.write(
                    out -> {
                      out.length(0);
                      out.int32(0);
                      out.length(70_000);
                      out.bytes(new byte[70_000]);
                    }))
        .hasMessageContaining("at most 65536");
  }

  @Test
  void aMessageThatIsTooLargeForItsReaderIsDropped() throws InterruptedException {
    // the same type in DDS, made for larger messages
    MessageType<eyas.bridge.message.std_msgs.String> larger =
        new RecordType<>(
            "std_msgs/String", "", "string[]", eyas.bridge.message.std_msgs.String.TYPE::read);
    Publisher<eyas.bridge.message.std_msgs.String> publisher =
        one.newPublisher("/text", larger, Quality.QUEUED);
    BlockingQueue<eyas.bridge.message.std_msgs.String> received =
        received(
            two.newSubscriber("/text", eyas.bridge.message.std_msgs.String.TYPE, Quality.QUEUED));
    Nodes.await("a subscriber", () -> publisher.subscribers() == 1);
    for (int length : new int[] {20_000, 60_000, 5, 16_500, 6}) {
      publisher.publish(new eyas.bridge.message.std_msgs.String("x".repeat(length)));
    }
    assertThat(received.poll(20, TimeUnit.SECONDS).data()).isEqualTo("xxxxx");
    assertThat(received.poll(20, TimeUnit.SECONDS).data()).isEqualTo("xxxxxx");
  }

  @Test
  void malformedSamplesAreCountedAndDoNotDisturb() throws InterruptedException {
    Publisher<JointState> publisher = one.newPublisher("/joints", JointState.TYPE, Quality.QUEUED);
    Subscriber<JointState> subscriber =
        two.newSubscriber("/joints", JointState.TYPE, Quality.QUEUED);
    BlockingQueue<JointState> received = received(subscriber);
    Nodes.await("a subscriber", () -> publisher.subscribers() == 1);
    SplittableRandom random = new SplittableRandom(9);
    int sent = 50;
    for (int i = 0; i < sent; i++) {
      // a count that no message of this size can hold
      byte[] noise = new byte[1 + random.nextInt(40)];
      java.util.Arrays.fill(noise, (byte) 0x7f);
      publisher.write(out -> out.bytes(noise));
    }
    JointState good =
        new JointState(
            new Header(0, new Time(1, 2), "base"),
            List.of("a"),
            new double[] {1},
            new double[0],
            new double[0]);
    publisher.publish(good);
    assertThat(received.poll(20, TimeUnit.SECONDS)).isEqualTo(good);
    assertThat(subscriber.rejected()).as("seed 9").isEqualTo(sent);
  }

  @Test
  void anEmptyMessageArrives() throws InterruptedException {
    Publisher<Empty> publisher = one.newPublisher("/bell", Empty.TYPE, Quality.QUEUED);
    BlockingQueue<Empty> received =
        received(two.newSubscriber("/bell", Empty.TYPE, Quality.QUEUED));
    Nodes.await("a subscriber", () -> publisher.subscribers() == 1);
    publisher.publish(new Empty());
    assertThat(received.poll(20, TimeUnit.SECONDS)).isNotNull();
  }

  @Test
  void whatIsLoggedStandsOnRosout() throws InterruptedException {
    BlockingQueue<Log> received =
        received(two.newSubscriber("/rosout", Log.TYPE, new Quality(100, true, true)));
    one.log().warn("the battery is low");
    Log log = received.poll(20, TimeUnit.SECONDS);
    assertThat(log).isNotNull();
    assertThat(log.msg()).isEqualTo("the battery is low");
    assertThat(log.name()).isEqualTo("one");
    assertThat(log.level()).isEqualTo(Log.WARN);
    assertThat(log.stamp()).isNotEqualTo(Time.ZERO);
  }

  @Test
  void aListenerMayCloseItsTopicAndAFailingOneIsCalledAgain() throws InterruptedException {
    Publisher<Twist> publisher = one.newPublisher("/close", Twist.TYPE, Quality.QUEUED);
    Subscriber<Twist> subscriber = two.newSubscriber("/close", Twist.TYPE, Quality.QUEUED);
    BlockingQueue<Double> seen = new ArrayBlockingQueue<>(10);
    subscriber.addListener(
        twist -> {
          seen.add(twist.linear().x());
          if (twist.linear().x() > 0) {
            subscriber.close();
          }
          throw new IllegalStateException("a fault of the listener");
        });
    Nodes.await("a subscriber", () -> publisher.subscribers() == 1);
    publisher.publish(new Twist(new Vector3(0, 0, 0), new Vector3(0, 0, 0)));
    publisher.publish(new Twist(new Vector3(1, 0, 0), new Vector3(0, 0, 0)));
    assertThat(seen.poll(20, TimeUnit.SECONDS)).isEqualTo(0.0);
    assertThat(seen.poll(20, TimeUnit.SECONDS)).isEqualTo(1.0);
    Nodes.await("the end of the subscriber", () -> publisher.subscribers() == 0);
  }

  @Test
  void simulatedTimeFollowsTheClockTopic() {
    try (ConnectedNode simulated =
        Nodes.start("late", TestDomain.NODES, "--ros-args", "-p", "use_sim_time:=true")) {
      assertThat(simulated.clock().simulated()).isTrue();
      assertThat(simulated.clock().nanoseconds()).isZero();
      Publisher<eyas.bridge.message.rosgraph_msgs.Clock> clock =
          one.newPublisher("/clock", eyas.bridge.message.rosgraph_msgs.Clock.TYPE, Quality.LATCHED);
      Nodes.await("the clock's subscriber", () -> clock.subscribers() == 1);
      // a clock ticks: the listener's side may not have met the publisher at the first tick
      Nodes.await(
          "the first tick",
          () -> {
            clock.publish(new eyas.bridge.message.rosgraph_msgs.Clock(new Time(12, 500)));
            return simulated.clock().nanoseconds() > 0;
          });
      assertThat(simulated.clock().sleepUntil(12_000_000_000L)).isTrue();
      assertThat(simulated.clock().nanoseconds()).isEqualTo(12_000_000_500L);
    }
  }

  @Test
  void whatDdsCannotDoIsRefusedWithAReason() {
    assertThatThrownBy(() -> one.newServiceClient("/arm", SetBool.SERVICE))
        .isInstanceOf(LinkException.class)
        .hasMessageContaining("topics only");
    assertThatThrownBy(() -> one.newSubscriber("/any", RawMessage.TYPE, Quality.SENSOR))
        .isInstanceOf(LinkException.class)
        .hasMessageContaining("name the type");
    assertThatThrownBy(() -> one.newSubscriber("/battery", BatteryState.TYPE, Quality.SENSOR))
        .isInstanceOf(LinkException.class)
        .hasMessageContaining("other fields");
    assertThatThrownBy(() -> one.newPublisher("/9lives", Twist.TYPE, Quality.SENSOR))
        .isInstanceOf(LinkException.class)
        .hasMessageContaining("not a ROS 2 name");
    assertThatThrownBy(
            () ->
                NodeRunner.provider("ros2")
                    .connect(new NodeConfiguration("x", List.of(), Map.of("ROS_DOMAIN_ID", "300"))))
        .isInstanceOf(LinkException.class)
        .hasMessageContaining("0 to 232");
  }

  private static <M extends Message> BlockingQueue<M> received(Subscriber<M> subscriber) {
    BlockingQueue<M> queue = new ArrayBlockingQueue<>(100);
    subscriber.addListener(queue::add);
    return queue;
  }
}
