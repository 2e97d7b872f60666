package eyas.cli.rehearsal;

import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.Publisher;
import eyas.bridge.link.Quality;
import eyas.bridge.message.Message;
import eyas.bridge.message.MessageType;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** Hands messages on from one topic to another, some of them late on the wall clock. */
final class SlowRelay {
  private static final int LEAST = 20;
  private static final int MOST = 150;

  private final ConnectedNode node;
  private final Random random;
  private final int every;

  /**
   * Creates a relay.
   *
   * @param every one of so many messages is late by 20 to 150 ms
   */
  SlowRelay(ConnectedNode node, long seed, int every) {
    this.node = node;
    this.random = new Random(seed);
    this.every = every;
  }

  <M extends Message> SlowRelay carry(String from, String to, MessageType<M> type) {
    Publisher<M> out = node.newPublisher(to, type, Quality.COMMAND);
    node.newSubscriber(from, type, Quality.COMMAND)
        .addListener(
            message -> {
              stall(delay());
              out.publish(message);
            });
    return this;
  }

  private synchronized int delay() {
    return random.nextInt(every) == 0 ? LEAST + random.nextInt(MOST - LEAST) : 0;
  }

  private static void stall(int milliseconds) {
    long end = System.nanoTime() + milliseconds * 1_000_000L;
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
