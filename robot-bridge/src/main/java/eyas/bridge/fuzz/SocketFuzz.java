package eyas.bridge.fuzz;

import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.NodeConfiguration;
import eyas.bridge.link.NodeRunner;
import eyas.bridge.link.Publisher;
import eyas.bridge.link.Quality;
import eyas.bridge.link.Subscriber;
import eyas.bridge.message.std_msgs.Float64;
import eyas.bridge.ros1.master.RosMaster;
import eyas.bridge.ros1.xmlrpc.XmlRpcClient;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Hostile peers of a node that goes on with its work: damaged calls and headers over real sockets,
 * connections that stay silent or send a byte now and then, and a publisher that sends garbage.
 */
public final class SocketFuzz {
  private static final String HOST = "127.0.0.1";
  private static final int BEAT_MILLISECONDS = 10;
  private static final int HELD = 40;
  private static final int HOSTILE_CONNECTIONS = 15;

  private final long seed;
  private final AtomicLong beats = new AtomicLong();
  private final AtomicLong garbage = new AtomicLong();

  /**
   * Creates a fuzz.
   *
   * @param seed of the damage
   */
  public SocketFuzz(long seed) {
    this.seed = seed;
  }

  /**
   * Attacks a node.
   *
   * @param connections damaged calls and headers
   * @return what was sent and how often it was refused
   * @throws FuzzException if a peer was not answered, or the node's own work stood still
   */
  public Map<String, Object> run(int connections) throws InterruptedException, IOException {
    try (RosMaster master = new RosMaster(HOST, 0);
        ConnectedNode node = node(master, "victim");
        ConnectedNode friend = node(master, "friend")) {
      Publisher<Float64> beat = node.newPublisher("/beat", Float64.TYPE, Quality.QUEUED);
      Subscriber<Float64> heard = node.newSubscriber("/hostile", Float64.TYPE, Quality.QUEUED);
      heard.addListener(message -> garbage.incrementAndGet());
      friend
          .newSubscriber("/beat", Float64.TYPE, Quality.QUEUED)
          .addListener(message -> beats.incrementAndGet());
      Thread beating = new Thread(() -> beat(beat), "eyas-fuzz-beat");
      beating.start();
      try {
        return attack(connections, addresses(master), heard);
      } finally {
        beating.interrupt();
      }
    }
  }

  private static void beat(Publisher<Float64> beat) {
    try {
      while (true) {
        beat.publish(new Float64(1));
        Thread.sleep(BEAT_MILLISECONDS);
      }
    } catch (InterruptedException ended) {
      // the attack is over
    }
  }

  private static ConnectedNode node(RosMaster master, String name) {
    Map<String, String> environment =
        Map.of("ROS_MASTER_URI", master.uri().toString(), "ROS_IP", HOST);
    return NodeRunner.provider("ros1").connect(new NodeConfiguration(name, List.of(), environment));
  }

  /** Where the victim listens. */
  private record Addresses(URI slave, int xmlRpc, int tcpRos) {}

  private static Addresses addresses(RosMaster master) {
    List<?> found = (List<?>) new XmlRpcClient(master.uri()).call("lookupNode", "/fuzz", "/victim");
    URI slave = URI.create(found.get(2).toString());
    List<?> offer =
        (List<?>)
            new XmlRpcClient(slave)
                .call("requestTopic", "/fuzz", "/beat", List.of(List.of("TCPROS")));
    return new Addresses(slave, slave.getPort(), (Integer) ((List<?>) offer.get(2)).get(2));
  }

  private Map<String, Object> attack(int connections, Addresses victim, Subscriber<Float64> heard)
      throws IOException, InterruptedException {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, Object> values = new LinkedHashMap<>();
    try (SilentPeers held = new SilentPeers(HOST)) {
      held.open(victim.tcpRos(), HELD);
      held.open(victim.xmlRpc(), HELD);
      long before = beats.get();
      for (int i = 0; i < connections; i++) {
        boolean call = random.nextBoolean();
        byte[] bytes = call ? HostileBytes.call(random) : HostileBytes.header(random);
        int port = call ? victim.xmlRpc() : victim.tcpRos();
        String end = DirectPeer.send(HOST, port, bytes);
        values.merge((call ? "call: " : "header: ") + end, 1L, (a, b) -> (Long) a + (Long) b);
      }
      values.put("heldConnectionsClosed", held.awaitClosed());
      values.put("beatsMeanwhile", beats.get() - before);
    }
    values.put("hostileMessagesRejected", hostilePublisher(victim, heard, random));
    values.put("hostileMessagesOfTheRightSize", garbage.get());
    awaitBeat();
    values.put("stillAnswers", new XmlRpcClient(victim.slave()).call("getPid", "/fuzz"));
    return values;
  }

  // the node is told of a publisher that speaks well at first
  private static long hostilePublisher(
      Addresses victim, Subscriber<Float64> heard, SplittableRandom random)
      throws IOException, InterruptedException {
    try (HostilePublisher hostile = new HostilePublisher(HOST, random)) {
      XmlRpcClient node = new XmlRpcClient(victim.slave());
      node.call("publisherUpdate", "/master", "/hostile", List.of(hostile.slave().toString()));
      hostile.awaitConnections(HOSTILE_CONNECTIONS);
      node.call("publisherUpdate", "/master", "/hostile", List.of());
      return heard.rejected();
    }
  }

  private void awaitBeat() throws InterruptedException {
    long now = beats.get();
    while (beats.get() < now + 10) {
      Thread.sleep(BEAT_MILLISECONDS);
    }
  }
}
