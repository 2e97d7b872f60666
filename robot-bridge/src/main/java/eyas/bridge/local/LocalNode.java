package eyas.bridge.local;

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
import eyas.bridge.link.WallClock;
import eyas.bridge.message.Message;
import eyas.bridge.message.MessageType;
import eyas.bridge.message.Service;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * A node on its own. Its topics lead from its publishers to its own subscribers, which are called
 * before {@code publish} returns; a latched topic also tells late ones.
 */
final class LocalNode implements ConnectedNode {
  private final NodeNames names;
  private final Log log;
  private final LocalParameters parameters;
  private final WallClock clock = new WallClock();
  private final Map<String, LocalTopic> topics = new ConcurrentHashMap<>();
  private final List<Runnable> onShutdown = new CopyOnWriteArrayList<>();
  private volatile boolean running = true;

  LocalNode(NodeConfiguration configuration) {
    NodeArguments arguments = new NodeArguments(configuration.arguments());
    names = new NodeNames(configuration, arguments);
    log = new ConsoleLog(names.node(), System.err);
    parameters = new LocalParameters(names, arguments, log);
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

  private LocalTopic topic(String name, MessageType<?> type) {
    String full = names.resolve(name);
    LocalTopic topic =
        topics.computeIfAbsent(full, missing -> new LocalTopic(missing, type.name(), log));
    if (!topic.type().equals(type.name())) {
      throw new LinkException(
          "Topic %s is of type %s in this node; it cannot also be of type %s."
              .formatted(full, topic.type(), type.name()));
    }
    return topic;
  }

  @Override
  public <M extends Message> Publisher<M> newPublisher(
      String topic, MessageType<M> type, Quality quality) {
    return topic(topic, type).publisher(quality.latched());
  }

  @Override
  public <M extends Message> Subscriber<M> newSubscriber(
      String topic, MessageType<M> type, Quality quality) {
    return topic(topic, type).subscriber(type);
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
        "Service %s was asked for on link local, which knows no other nodes; use link ros1."
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
    for (Runnable action : onShutdown) {
      try {
        action.run();
      } catch (RuntimeException failure) {
        log.warn("while leaving: " + failure.getMessage());
      }
    }
    topics.values().forEach(LocalTopic::close);
  }
}
