package eyas.bridge.bench;

import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.NodeConfiguration;
import eyas.bridge.link.NodeRunner;
import eyas.bridge.link.Publisher;
import eyas.bridge.link.Quality;
import eyas.bridge.message.MessageInput;
import eyas.bridge.message.geometry_msgs.TwistStamped;
import eyas.bridge.ros1.peer.PeerException;
import eyas.bridge.ros1.peer.PeerProcess;
import eyas.bridge.ros1.peer.RosPeers;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends commands through the real roscore's C++ relay and measures how long each takes there and
 * back. The number of a message travels in its first field, so that nothing is mixed up.
 */
public final class RelayBench {
  private static final String OUT = "/eyas_bench/out";
  private static final String BACK = "/eyas_bench/back";
  private static final double WARM_UP_SECONDS = 5;
  private static final long SECOND = 1_000_000_000L;
  private static final Quality ALL = new Quality(100, false, true);

  private final double rate;
  private final int messages;
  private final int warmUp;
  private final Latencies latencies;
  private final AtomicInteger back = new AtomicInteger();

  /**
   * Creates a bench.
   *
   * @param rate messages a second [Hz]
   * @param seconds how long is measured after the warm-up [s]
   */
  public RelayBench(double rate, double seconds) {
    this.rate = rate;
    this.messages = (int) Math.round(rate * seconds);
    this.warmUp = (int) Math.round(rate * WARM_UP_SECONDS);
    this.latencies = new Latencies(messages);
  }

  /**
   * Starts roscore and the relay, measures, and stops both.
   *
   * @throws PeerException if ROS 1 is not installed, with what to install
   */
  public RoundTrip run() throws InterruptedException {
    try (RosPeers peers = RosPeers.start();
        PeerProcess relay = peers.run(RosPeers.RELAY, OUT, BACK);
        ConnectedNode node =
            NodeRunner.provider("ros1")
                .connect(new NodeConfiguration("eyas_bench", List.of(), peers.environment()))) {
      node.newSubscriber(BACK, TwistStamped.TYPE, ALL).addReader(this::arrived);
      Publisher<TwistStamped> out = node.newPublisher(OUT, TwistStamped.TYPE, ALL);
      connect(out, relay);
      send(out);
      awaitLast();
      return RoundTrip.of(rate, messages, latencies.sorted());
    }
  }

  private void arrived(MessageInput in) {
    in.sequence();
    in.timeNanoseconds();
    in.skipString();
    latencies.arrives((int) in.float64());
    back.incrementAndGet();
  }

  // the relay advertises its output only when something has come in
  private void connect(Publisher<TwistStamped> out, PeerProcess relay) throws InterruptedException {
    while (back.get() == 0) {
      if (!relay.alive()) {
        throw new PeerException("The relay ended: " + relay.output());
      }
      write(out, -1);
      Thread.sleep(20);
    }
  }

  private void send(Publisher<TwistStamped> out) {
    long start = System.nanoTime();
    for (int i = -warmUp; i < messages; i++) {
      sleepUntil(start + Math.round((i + warmUp) * (SECOND / rate)));
      if (i >= 0) {
        latencies.leaves(i);
      }
      write(out, i);
    }
  }

  private static void sleepUntil(long time) {
    for (long left = time - System.nanoTime(); left > 0; left = time - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private static void write(Publisher<TwistStamped> out, int index) {
    out.write(
        to -> {
          to.sequence(0);
          to.time(0, 0);
          to.string("");
          to.float64(index);
          for (int i = 1; i < 6; i++) {
            to.float64(0);
          }
        });
  }

  // what has not come back within a second after the last one left is lost
  private void awaitLast() throws InterruptedException {
    long end = System.nanoTime() + SECOND;
    while (latencies.arrived() < messages && System.nanoTime() < end) {
      Thread.sleep(10);
    }
  }
}
