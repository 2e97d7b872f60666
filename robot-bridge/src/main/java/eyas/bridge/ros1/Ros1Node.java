package eyas.bridge.ros1;

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
import eyas.bridge.message.Message;
import eyas.bridge.message.MessageType;
import eyas.bridge.message.Service;
import eyas.bridge.ros1.xmlrpc.XmlRpcException;
import eyas.bridge.ros1.xmlrpc.XmlRpcServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * A node of ROS 1. A watchdog asks the master for its process number every second; when the master
 * was started again, everything is registered again. Running connections do not need the master.
 */
final class Ros1Node implements ConnectedNode {
  private final NodeNames names;
  private final NodeAddress address;
  private final NodeLog log;
  private final MasterClient master;
  private final XmlRpcServer xmlRpc;
  private final TcpServer tcp;
  private final URI slave;
  private final Ros1Parameters parameters;
  private final NodeClock clock;
  private final MasterWatch watch;
  private final Map<String, TopicPublisher<?>> publishers = new ConcurrentHashMap<>();
  private final List<TopicSubscriber<?>> subscribers = new CopyOnWriteArrayList<>();
  private final Map<String, Ros1ServiceServer<?, ?>> services = new ConcurrentHashMap<>();
  private final List<Runnable> onShutdown = new CopyOnWriteArrayList<>();
  private volatile boolean running = true;

  Ros1Node(NodeConfiguration configuration) {
    this.names = new NodeNames(configuration);
    this.address = NodeAddress.of(names, configuration.environment());
    this.log = new NodeLog(names.node(), System.err, names.special("__log"));
    this.master = new MasterClient(address.master(), names.node());
    try {
      this.xmlRpc =
          new XmlRpcServer(new InetSocketAddress(address.bind(), 0), new SlaveApi(this)::answer);
      this.tcp = new TcpServer(new InetSocketAddress(address.bind(), 0), this::serve);
    } catch (IOException failure) {
      throw new LinkException(
          "Node %s cannot listen on %s: %s. Set ROS_IP to an address of this machine."
              .formatted(names.node(), address.bind(), failure.getMessage()),
          failure);
    }
    this.slave = URI.create("http://" + address.host() + ":" + xmlRpc.port() + "/");
    this.parameters = new Ros1Parameters(master, names, slave, log);
    int pid = requireMaster();
    names.parameters().forEach((name, text) -> parameters.set("~" + name, YamlScalar.parse(text)));
    this.clock = new NodeClock(this);
    log.connect(
        newPublisher(
            "/rosout", eyas.bridge.message.rosgraph_msgs.Log.TYPE, new Quality(100, true, true)),
        clock);
    this.watch = new MasterWatch(master, pid, this::registerAgain, clock::follow, log);
  }

  private int requireMaster() {
    try {
      return master.pid();
    } catch (XmlRpcException failure) {
      tcp.close();
      xmlRpc.close();
      throw new LinkException(
          "There is no ROS master at %s (%s). Start roscore there, or set ROS_MASTER_URI."
              .formatted(master.uri(), failure.getMessage()),
          failure);
    }
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
    TopicPublisher<M> publisher =
        new TopicPublisher<>(full, name(), type, quality, this::unregister);
    if (publishers.putIfAbsent(full, publisher) != null) {
      throw new LinkException(
          "Node %s publishes %s already; use that publisher, or remap one of the two topics."
              .formatted(name(), full));
    }
    register(() -> master.registerPublisher(full, type.name(), slave), "publisher of " + full);
    return publisher;
  }

  @Override
  public <M extends Message> Subscriber<M> newSubscriber(
      String topic, MessageType<M> type, Quality quality) {
    String full = names.resolve(topic);
    TopicSubscriber<M> subscriber =
        new TopicSubscriber<>(full, name(), type, log, this::unregister);
    subscribers.add(subscriber);
    register(
        () -> subscriber.publishers(master.registerSubscriber(full, type.name(), slave)),
        "subscriber of " + full);
    return subscriber;
  }

  @Override
  public <Q extends Message, A extends Message> ServiceClient<Q, A> newServiceClient(
      String name, Service<Q, A> service) {
    return new Ros1ServiceClient<>(names.resolve(name), name(), service, master);
  }

  @Override
  public <Q extends Message, A extends Message> ServiceServer newServiceServer(
      String name, Service<Q, A> service, Function<Q, A> answer) {
    String full = names.resolve(name);
    Ros1ServiceServer<Q, A> server =
        new Ros1ServiceServer<>(full, name(), service, answer, this::unregister);
    services.put(full, server);
    register(() -> master.registerService(full, serviceAddress(), slave), "service " + full);
    return server;
  }

  private URI serviceAddress() {
    return URI.create("rosrpc://" + address.host() + ":" + tcp.port());
  }

  // a master that is away now is told everything when it comes back
  private void register(Runnable call, String what) {
    try {
      call.run();
    } catch (XmlRpcException away) {
      log.warn(
          "The master could not be told of the "
              + what
              + "; it will be told later. "
              + away.getMessage());
    }
  }

  private void unregister(TopicPublisher<?> publisher) {
    publishers.remove(publisher.topic(), publisher);
    register(
        () -> master.unregisterPublisher(publisher.topic(), slave), "end of " + publisher.topic());
  }

  private void unregister(TopicSubscriber<?> subscriber) {
    subscribers.remove(subscriber);
    boolean last = subscribers.stream().noneMatch(s -> s.topic().equals(subscriber.topic()));
    if (last) {
      register(
          () -> master.unregisterSubscriber(subscriber.topic(), slave),
          "end of " + subscriber.topic());
    }
  }

  private void unregister(Ros1ServiceServer<?, ?> server) {
    services.remove(server.name(), server);
    register(
        () -> master.unregisterService(server.name(), serviceAddress()), "end of " + server.name());
  }

  private void registerAgain() {
    publishers.values().forEach(p -> master.registerPublisher(p.topic(), p.type().name(), slave));
    subscribers.forEach(
        s -> s.publishers(master.registerSubscriber(s.topic(), s.type().name(), slave)));
    services.keySet().forEach(name -> master.registerService(name, serviceAddress(), slave));
    parameters.subscribeAgain();
  }

  private void serve(Socket socket, Map<String, String> header) throws IOException {
    if (header.containsKey("service")) {
      Ros1ServiceServer<?, ?> server = services.get(header.get("service"));
      if (server == null) {
        throw new TcpServer.Refusal(name() + " does not offer service " + header.get("service"));
      }
      server.serve(socket, header);
      return;
    }
    TopicPublisher<?> publisher = publishers.get(header.getOrDefault("topic", ""));
    if (publisher == null) {
      throw new TcpServer.Refusal(name() + " does not publish topic " + header.get("topic"));
    }
    publisher.check(header);
    publisher.serve(socket, header);
  }

  URI masterUri() {
    return master.uri();
  }

  String host() {
    return address.host();
  }

  int dataPort() {
    return tcp.port();
  }

  boolean publishes(String topic) {
    return publishers.containsKey(topic);
  }

  List<TopicPublisher<?>> publishers() {
    return List.copyOf(publishers.values());
  }

  List<TopicSubscriber<?>> subscribers() {
    return subscribers;
  }

  List<Object> publications() {
    return publishers.values().stream()
        .<Object>map(publisher -> List.of(publisher.topic(), publisher.type().name()))
        .toList();
  }

  List<Object> subscriptions() {
    return subscribers.stream()
        .<Object>map(subscriber -> List.of(subscriber.topic(), subscriber.type().name()))
        .toList();
  }

  /** The master says who publishes a topic now. */
  void publishers(String topic, List<URI> uris) {
    subscribers.stream().filter(s -> s.topic().equals(topic)).forEach(s -> s.publishers(uris));
  }

  void parameterChanged(String key, Object value) {
    parameters.changed(key, value);
  }

  /** The master or an operator asks the node to leave. */
  void askedToLeave(String reason) {
    log.warn("asked to leave: " + reason);
    // on a thread of its own, so that the caller is answered
    Threads.start("shutdown", this::close);
  }

  /** Number of calls and connections that were refused. */
  long refused() {
    return xmlRpc.refused() + tcp.refused();
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
    watch.close();
    runQuietly(parameters::unsubscribe);
    services.values().forEach(Ros1ServiceServer::close);
    subscribers.forEach(TopicSubscriber::close);
    publishers.values().forEach(TopicPublisher::close);
    clock.close();
    tcp.close();
    xmlRpc.close();
  }

  private void runQuietly(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException failure) {
      log.warn("while leaving: " + failure.getMessage());
    }
  }
}
