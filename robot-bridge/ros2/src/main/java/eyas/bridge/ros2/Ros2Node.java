package eyas.bridge.ros2;

import eyas.bridge.link.Clock;
import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.LinkException;
import eyas.bridge.link.Log;
import eyas.bridge.link.NodeConfiguration;
import eyas.bridge.link.ParameterTree;
import eyas.bridge.link.Publisher;
import eyas.bridge.link.Quality;
import eyas.bridge.link.ServiceClient;
import eyas.bridge.link.ServiceServer;
import eyas.bridge.link.Subscriber;
import eyas.bridge.local.LocalParameters;
import eyas.bridge.local.NodeArguments;
import eyas.bridge.local.NodeNames;
import eyas.bridge.message.Message;
import eyas.bridge.message.MessageType;
import eyas.bridge.message.Service;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A node on DDS: one participant. There is no master: topics work as soon as peers are found. */
final class Ros2Node implements ConnectedNode {
  private final NodeNames names;
  private final NodeLog log;
  private final DdsParticipant participant;
  private final LocalParameters parameters;
  private final NodeClock clock;
  private final Map<String, TopicPublisher<?>> publishers = new ConcurrentHashMap<>();
  private final List<TopicSubscriber<?>> subscribers = new CopyOnWriteArrayList<>();
  private final List<Runnable> onShutdown = new CopyOnWriteArrayList<>();
  private volatile boolean running = true;

  Ros2Node(NodeConfiguration configuration) {
    NodeArguments arguments = new NodeArguments(configuration.arguments());
    this.names = new NodeNames(configuration, arguments);
    this.log = new NodeLog(names.node(), System.err);
    this.parameters = new LocalParameters(names, arguments, log);
    DdsSettings settings = DdsSettings.of(configuration.environment());
    this.participant = new DdsParticipant(names.node(), settings);
    this.clock = new NodeClock(this);
    log.connect(
        newPublisher(
            "/rosout", eyas.bridge.message.rcl_interfaces.Log.TYPE, new Quality(100, true, true)),
        clock);
  }

  @Override
  public String name() {
    return names.node();
  }

  @Override
  public Clock clock() {
    return clock;
  }

  @Override
  public Log log() {
    return log;
  }

  @Override
  public ParameterTree parameters() {
    return parameters;
  }

  @Override
  public String resolve(String name) {
    return names.resolve(name);
  }

  @Override
  public <M extends Message> Publisher<M> newPublisher(
      String topic, MessageType<M> type, Quality quality) {
    String full = names.resolve(topic);
    synchronized (publishers) {
      if (publishers.containsKey(full)) {
        throw new LinkException(
            "Node %s publishes %s already; use that publisher, or remap one of the two topics."
                .formatted(name(), full));
      }
      TopicPublisher<M> publisher =
          new TopicPublisher<>(
              full, type, quality, participant, closed -> publishers.remove(full, closed));
      publishers.put(full, publisher);
      return publisher;
    }
  }

  @Override
  public <M extends Message> Subscriber<M> newSubscriber(
      String topic, MessageType<M> type, Quality quality) {
    TopicSubscriber<M> subscriber =
        new TopicSubscriber<>(
            names.resolve(topic), type, quality, participant, log, subscribers::remove);
    subscribers.add(subscriber);
    return subscriber;
  }

  @Override
  public <Q extends Message, A extends Message> ServiceClient<Q, A> newServiceClient(
      String name, Service<Q, A> service) {
    throw withoutServices(name);
  }

  @Override
  public <Q extends Message, A extends Message> ServiceServer newServiceServer(
      String name, Service<Q, A> service, Function<Q, A> answer) {
    throw withoutServices(name);
  }

  private LinkException withoutServices(String name) {
    return new LinkException(
        "Service %s was asked for on link ros2, which carries topics only; use a topic, or link ros1."
            .formatted(names.resolve(name)));
  }

  @Override
  public void onShutdown(Runnable action) {
    onShutdown.add(action);
  }

  @Override
  public boolean running() {
    return running;
  }

  @Override
  public void close() {
    synchronized (onShutdown) {
      if (!running) {
        return;
      }
      running = false;
    }
    onShutdown.forEach(this::runQuietly);
    List.copyOf(subscribers).forEach(TopicSubscriber::close);
    publishers.values().forEach(TopicPublisher::close);
    clock.close();
    participant.close();
  }

  private void runQuietly(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException failure) {
      log.warn("while leaving: " + failure.getMessage());
    }
  }
}
