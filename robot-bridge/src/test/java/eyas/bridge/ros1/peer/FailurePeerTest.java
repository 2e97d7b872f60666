package eyas.bridge.ros1.peer;

import static org.assertj.core.api.Assertions.assertThat;

import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.Publisher;
import eyas.bridge.link.Quality;
import eyas.bridge.message.std_msgs.Float64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What happens when the master or a peer fails. */
@SuppressWarnings("try")
class FailurePeerTest extends RosPeerFixture {
  private static long heard(String text) {
    return text.lines().filter(line -> line.startsWith("heard ")).count();
  }

  @Test
  void linksOutliveRoscoreAndTheNodeRegistersAtTheNextOne() throws InterruptedException {
    try (ConnectedNode node = node("flying")) {
      Publisher<Float64> publisher = node.newPublisher("/alive", Float64.TYPE, Quality.QUEUED);
      BlockingQueue<Float64> commands = new LinkedBlockingQueue<>();
      node.newSubscriber("/commands", Float64.TYPE, Quality.QUEUED).addListener(commands::add);
      node.parameters().set("~gain", 1);
      PeerProcess before = rospy("listen", "/alive");
      try (Beat beat = Beat.of(50, () -> publisher.publish(new Float64(1)))) {
        before.await(text -> heard(text) > 10);
        peers().killCore();
        long then = heard(before.output());
        before.await(text -> heard(text) > then + 50);
        peers().restartCore();
        long restarted = System.nanoTime();
        // roscore forgot everything: a new listener finds the publisher only if it came back
        PeerProcess after = rospy("listen", "/alive");
        after.await(text -> heard(text) > 10);
        System.out.printf(
            "registered again and heard by a new listener %.1f s after roscore was back%n",
            (System.nanoTime() - restarted) / 1e9);
        before.await(text -> heard(text) > then + 100);
        after.close();
      }
      try (PeerProcess pub =
          peers()
              .run("/usr/bin/rostopic", "pub", "-r", "20", "/commands", "std_msgs/Float64", "4")) {
        assertThat(commands.take().data()).isEqualTo(4);
        assertThat(pub.alive()).isTrue();
      }
      before.close();
    }
  }

  @Test
  void aKilledSubscriberIsForgottenAndOthersNoticeNothing() throws InterruptedException {
    try (ConnectedNode node = node("sender");
        ConnectedNode other = node("other")) {
      Publisher<Float64> publisher =
          node.newPublisher("/numbers", Float64.TYPE, new Quality(1000, false, true));
      AtomicInteger next = new AtomicInteger();
      AtomicInteger received = new AtomicInteger();
      AtomicInteger wrong = new AtomicInteger();
      other
          .newSubscriber("/numbers", Float64.TYPE, Quality.QUEUED)
          .addListener(
              number -> {
                if ((int) number.data() != received.getAndIncrement()) {
                  wrong.incrementAndGet();
                }
              });
      PeerProcess killed = rospy("listen", "/numbers");
      await(() -> publisher.subscribers() == 2);
      try (Beat beat = Beat.of(200, () -> publisher.publish(new Float64(next.getAndIncrement())))) {
        killed.await(text -> heard(text) > 10);
        killed.kill();
        await(() -> publisher.subscribers() == 1);
        int then = received.get();
        await(() -> received.get() > then + 100);
      }
      assertThat(wrong).hasValue(0);
    }
  }

  @Test
  void theOlderOfTwoNodesWithOneNameLeavesTheTopicToTheNewer() throws InterruptedException {
    try (ConnectedNode older = node("twin")) {
      older.newPublisher("/twin_out", Float64.TYPE, Quality.QUEUED);
      try (ConnectedNode newer = node("twin")) {
        Publisher<Float64> publisher =
            newer.newPublisher("/twin_out", Float64.TYPE, Quality.LATCHED);
        publisher.publish(new Float64(7));
        await(() -> !older.running());
        String text = peers().run("/usr/bin/rostopic", "echo", "-n", "1", "/twin_out").result();
        assertThat(text).contains("data: 7.0");
        assertThat(newer.running()).isTrue();
      }
    }
  }
}
