package eyas.bridge.ros2.peer;

import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.Publisher;
import eyas.bridge.link.Quality;
import eyas.bridge.link.Subscriber;
import eyas.bridge.message.MessageBody;
import eyas.bridge.message.MessageInput;
import eyas.bridge.message.MessageOutput;
import eyas.bridge.message.geometry_msgs.TwistStamped;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Sends {@code TwistStamped} at a fixed rate to a peer that sends it back, and measures how long
 * that takes. Nothing is allocated for a message.
 */
public final class RoundTrip {
  private static final long BILLION = 1_000_000_000L;
  private static final int WARM_UP = 1_000;

  private final ConnectedNode node;
  private final Publisher<TwistStamped> ping;
  private final Subscriber<TwistStamped> pong;
  private final int messages;
  private final AtomicLongArray sent;
  private final AtomicLongArray latency;
  private final AtomicInteger returned = new AtomicInteger();
  private final MessageBody body = this::write;
  private int number;

  /**
   * Makes both topics.
   *
   * @param node where they are made
   * @param out topic that the peer reads
   * @param in topic that the peer writes
   * @param quality of both
   * @param messages how many are measured, after 1000 that warm up
   */
  public RoundTrip(ConnectedNode node, String out, String in, Quality quality, int messages) {
    this.node = node;
    this.messages = messages;
    this.sent = new AtomicLongArray(messages + WARM_UP);
    this.latency = new AtomicLongArray(messages + WARM_UP);
    this.ping = node.newPublisher(out, TwistStamped.TYPE, quality);
    this.pong = node.newSubscriber(in, TwistStamped.TYPE, quality);
    pong.addReader(this::received);
  }

  private void received(MessageInput in) {
    in.sequence();
    in.timeNanoseconds();
    in.skipString();
    int index = (int) in.float64();
    long took = System.nanoTime() - sent.get(index);
    if (latency.compareAndSet(index, 0, took)) {
      returned.incrementAndGet();
    }
  }

  private void write(MessageOutput out) {
    out.sequence(0);
    out.time((int) (System.nanoTime() / BILLION), 0);
    out.string("base_link");
    out.float64(number);
    for (int i = 0; i < 5; i++) {
      out.float64(i);
    }
  }

  /**
   * Waits for the peer, then sends everything.
   *
   * @param rate [Hz]
   * @param patience how long the peer is waited for, and the last messages [s]
   * @return what came back
   */
  public Result run(double rate, int patience) throws InterruptedException {
    boolean found = await(patience, () -> ping.subscribers() > 0 && pong.publishers() > 0);
    int all = found ? sent.length() : 0;
    long next = node.clock().nanoseconds();
    for (number = 0; number < all; number++) {
      next += (long) (BILLION / rate);
      if (!node.clock().sleepUntil(next)) {
        throw new InterruptedException();
      }
      sent.set(number, System.nanoTime());
      ping.write(body);
    }
    await(patience, () -> returned.get() == all);
    return result(found);
  }

  private static boolean await(int patience, java.util.function.BooleanSupplier condition)
      throws InterruptedException {
    long end = System.nanoTime() + patience * BILLION;
    while (!condition.getAsBoolean() && System.nanoTime() < end) {
      Thread.sleep(1);
    }
    return condition.getAsBoolean();
  }

  private Result result(boolean found) {
    long[] took = new long[messages];
    int count = 0;
    for (int i = WARM_UP; i < latency.length(); i++) {
      long one = latency.get(i);
      if (one > 0) {
        took[count++] = one;
      }
    }
    long[] sorted = Arrays.copyOf(took, count);
    Arrays.sort(sorted);
    return new Result(
        found,
        messages,
        messages - count,
        milliseconds(sorted, 0.5),
        milliseconds(sorted, 0.99),
        milliseconds(sorted, 0.999),
        milliseconds(sorted, 1));
  }

  private static double milliseconds(long[] sorted, double part) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[(int) Math.min(sorted.length - 1, part * sorted.length)] / 1e6;
  }

  /**
   * What was measured.
   *
   * @param found whether the peer was there
   * @param messages number of messages that were sent
   * @param lost of them did not come back
   * @param median of the time there and back [ms]
   * @param p99 99 % took no longer [ms]
   * @param p999 99.9 % took no longer [ms]
   * @param most the longest [ms]
   */
  public record Result(
      boolean found, int messages, int lost, double median, double p99, double p999, double most) {}
}
