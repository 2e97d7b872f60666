package eyas.bridge.ros1.peer;

import static org.assertj.core.api.Assertions.assertThat;

import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.Publisher;
import eyas.bridge.link.Quality;
import eyas.bridge.message.geometry_msgs.TwistStamped;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A subscriber that stands still (SIGSTOP) while commands are sent. */
@SuppressWarnings("try")
class StalledSubscriberPeerTest extends RosPeerFixture {
  private static final int FRAME_BYTES = 72;
  private static final long MOST_BYTES = 160 << 10;
  private static final long BILLION = 1_000_000_000L;

  private static void send(Publisher<TwistStamped> commands, long now, int index) {
    commands.write(
        out -> {
          out.sequence(0);
          out.time((int) (now / BILLION), (int) (now % BILLION));
          out.string("base");
          out.float64(index);
          for (int i = 1; i < 6; i++) {
            out.float64(0);
          }
        });
  }

  /** Ages of the commands that were read, in order [s]; a line that is not whole yet waits. */
  private static List<Double> ages(String text) {
    return text.substring(0, text.lastIndexOf('\n') + 1)
        .lines()
        .filter(line -> line.startsWith("age "))
        .map(line -> Double.valueOf(line.split(" ", -1)[1]))
        .toList();
  }

  @Test
  void delaysNobodyAndGetsTheNewestCommandWhenItGoesOn() throws InterruptedException {
    try (ConnectedNode node = node("commander");
        ConnectedNode other = node("other")) {
      Publisher<TwistStamped> commands =
          node.newPublisher("/cmd", TwistStamped.TYPE, Quality.COMMAND);
      AtomicInteger sent = new AtomicInteger();
      AtomicInteger received = new AtomicInteger();
      AtomicLong oldest = new AtomicLong();
      other
          .newSubscriber("/cmd", TwistStamped.TYPE, Quality.COMMAND)
          .addReader(
              in -> {
                in.sequence();
                long age = node.clock().nanoseconds() - in.timeNanoseconds();
                oldest.accumulateAndGet(age, Math::max);
                received.incrementAndGet();
              });
      PeerProcess stalled = rospy("stamps", "/cmd");
      await(() -> commands.subscribers() == 2);
      long behind;
      int sentBefore;
      int receivedBefore;
      try (Beat beat =
          Beat.of(500, () -> send(commands, node.clock().nanoseconds(), sent.getAndIncrement()))) {
        stalled.await(text -> ages(text).size() > 50);
        // from here on: a virtual machine that has just started is late by itself
        oldest.set(0);
        sentBefore = sent.get();
        receivedBefore = received.get();
        stalled.signal("STOP");
        int before = ages(stalled.output()).size();
        // until the buffers of the kernel are full, and a second more
        await(() -> commands.dropped() > 500);
        int whole = sent.get();
        stalled.signal("CONT");
        String text =
            stalled.await(
                printed -> {
                  List<Double> all = ages(printed);
                  return all.size() > before + 100 && all.get(all.size() - 1) < 0.1;
                });
        List<Double> after = ages(text).subList(before, ages(text).size());
        behind = after.stream().filter(age -> age > 0.2).count();
        System.out.printf(
            "a stalled subscriber was behind by %d of %d commands, %d were dropped; others waited %.1f ms at most%n",
            behind, whole, commands.dropped(), oldest.get() / 1e6);
      }
      // what the peer's own kernel holds cannot be taken back; this side keeps no more than that
      assertThat(behind * FRAME_BYTES).isLessThan(MOST_BYTES);
      assertThat(oldest.get()).isLessThan(BILLION / 2);
      // a queue of one may lose a command to the scheduler of a busy machine, but not one in ten
      assertThat(received.get() - receivedBefore).isGreaterThan((sent.get() - sentBefore) * 9 / 10);
      stalled.close();
    }
  }
}
