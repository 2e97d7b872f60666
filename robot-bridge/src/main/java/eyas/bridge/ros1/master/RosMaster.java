package eyas.bridge.ros1.master;

import eyas.bridge.link.LinkException;
import eyas.bridge.ros1.xmlrpc.XmlRpcCall;
import eyas.bridge.ros1.xmlrpc.XmlRpcClient;
import eyas.bridge.ros1.xmlrpc.XmlRpcException;
import eyas.bridge.ros1.xmlrpc.XmlRpcServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A master and parameter server (wiki.ros.org/ROS/Master_API, /Parameter Server API). Nodes of any
 * client library can register. Unlike roscore it collects no logs on {@code /rosout_agg}.
 */
public final class RosMaster implements AutoCloseable {
  private static final int SUCCESS = 1;
  private static final int ERROR = -1;
  private static final AtomicInteger STARTED = new AtomicInteger();

  private final XmlRpcServer server;
  private final URI uri;
  // differs for each master of this process, so that nodes notice a new one
  private final int pid = (int) ProcessHandle.current().pid() + 100_000 * STARTED.getAndIncrement();
  private final Registrations publishers = new Registrations();
  private final Registrations subscribers = new Registrations();
  private final Registrations services = new Registrations();
  private final Registrations listeners = new Registrations();
  private final Map<String, String> types = new TreeMap<>();
  private final Map<String, String> nodes = new LinkedHashMap<>();
  private final Map<String, String> serviceAddresses = new LinkedHashMap<>();
  private final ParameterStore parameters = new ParameterStore();
  private final ExecutorService notifier =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "eyas-master");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Starts a master.
   *
   * @param host where it listens, such as {@code 127.0.0.1}
   * @param port 11311 is usual; 0 takes a free one
   */
  public RosMaster(String host, int port) {
    try {
      server = new XmlRpcServer(new InetSocketAddress(host, port), this::answer);
    } catch (IOException failure) {
      throw new LinkException(
          "A ROS master cannot listen on %s:%d: %s. Another one may be running; set ROS_MASTER_URI to it."
              .formatted(host, port, failure.getMessage()),
          failure);
    }
    uri = URI.create("http://" + host + ":" + server.port() + "/");
  }

  /** The address for {@code ROS_MASTER_URI}. */
  public URI uri() {
    return uri;
  }

  private static List<Object> success(Object value) {
    return List.of(SUCCESS, "", value);
  }

  private static List<Object> error(String reason) {
    return List.of(ERROR, reason, 0);
  }

  private static String text(XmlRpcCall call, int index) {
    return value(call, index).toString();
  }

  private static Object value(XmlRpcCall call, int index) {
    if (index >= call.arguments().size()) {
      throw new XmlRpcException(
          "%s was called with %d arguments; it needs more."
              .formatted(call.method(), call.arguments().size()));
    }
    return call.arguments().get(index);
  }

  private synchronized Object answer(XmlRpcCall call) {
    return call.method().equals("system.multicall") ? MultiCall.answer(call, this::one) : one(call);
  }

  private Object one(XmlRpcCall call) {
    return switch (call.method()) {
      case "registerPublisher" -> registerPublisher(call);
      case "unregisterPublisher" -> unregisterPublisher(call);
      case "registerSubscriber" -> registerSubscriber(call);
      case "unregisterSubscriber" -> unregistered(subscribers, call, text(call, 2));
      case "registerService" -> registerService(call);
      case "unregisterService" -> unregisterService(call);
      case "lookupService" -> lookupService(text(call, 1));
      case "lookupNode" -> lookupNode(text(call, 1));
      case "getPublishedTopics" -> success(topics(publishers));
      case "getTopicTypes" -> success(topicTypes());
      case "getSystemState" ->
          success(List.of(publishers.state(), subscribers.state(), services.state()));
      case "getUri" -> success(uri.toString());
      case "getPid" -> success(pid);
      default -> parameterCall(call);
    };
  }

  private Object parameterCall(XmlRpcCall call) {
    return switch (call.method()) {
      case "setParam" -> setParameter(text(call, 1), value(call, 2));
      case "getParam" ->
          parameters
              .get(text(call, 1))
              .<Object>map(RosMaster::success)
              .orElseGet(() -> error("Parameter [" + text(call, 1) + "] is not set"));
      case "deleteParam" ->
          parameters.delete(text(call, 1))
              ? success(0)
              : error("parameter [" + text(call, 1) + "] is not set");
      case "hasParam" -> success(parameters.get(text(call, 1)).isPresent());
      case "getParamNames" -> success(parameters.names());
      case "searchParam" -> searchParameter(text(call, 0), text(call, 1));
      case "subscribeParam" -> subscribeParameter(call);
      case "unsubscribeParam" -> unregistered(listeners, call, text(call, 1), text(call, 2));
      default -> throw new XmlRpcException("A master has no method '%s'.".formatted(call.method()));
    };
  }

  /** Two processes may not have one name: the older one is asked to leave. */
  private void node(String name, String address) {
    String before = nodes.put(name, address);
    if (before != null && !before.equals(address)) {
      List<String> topics = publishers.removeNode(name);
      subscribers.removeNode(name);
      services.removeNode(name);
      topics.forEach(this::tellSubscribers);
      tell(before, "shutdown", "/master", "new node registered with same name");
    }
  }

  private Object registerPublisher(XmlRpcCall call) {
    node(text(call, 0), text(call, 3));
    publishers.add(text(call, 1), text(call, 0), text(call, 3));
    types.put(text(call, 1), text(call, 2));
    tellSubscribers(text(call, 1));
    return success(subscribers.addresses(text(call, 1)));
  }

  private Object unregisterPublisher(XmlRpcCall call) {
    Object result = unregistered(publishers, call, text(call, 2));
    tellSubscribers(text(call, 1));
    return result;
  }

  private Object registerSubscriber(XmlRpcCall call) {
    node(text(call, 0), text(call, 3));
    subscribers.add(text(call, 1), text(call, 0), text(call, 3));
    if (!text(call, 2).equals("*")) {
      types.putIfAbsent(text(call, 1), text(call, 2));
    }
    return success(publishers.addresses(text(call, 1)));
  }

  private Object registerService(XmlRpcCall call) {
    node(text(call, 0), text(call, 3));
    services.add(text(call, 1), text(call, 0), text(call, 2));
    serviceAddresses.put(text(call, 1), text(call, 2));
    return success(1);
  }

  private Object unregisterService(XmlRpcCall call) {
    serviceAddresses.remove(text(call, 1), text(call, 2));
    return unregistered(services, call, text(call, 2));
  }

  private static Object unregistered(Registrations from, XmlRpcCall call, String address) {
    return success(from.remove(text(call, 1), text(call, 0), address) ? 1 : 0);
  }

  private static Object unregistered(
      Registrations from, XmlRpcCall call, String address, String name) {
    return success(from.remove(name, text(call, 0), address) ? 1 : 0);
  }

  private Object lookupService(String name) {
    String address = serviceAddresses.get(name);
    return address == null ? error("no provider") : success(address);
  }

  private Object lookupNode(String name) {
    String address = nodes.get(name);
    return address == null ? error("unknown node [" + name + "]") : success(address);
  }

  private List<Object> topics(Registrations from) {
    List<Object> rows = new ArrayList<>();
    from.names().forEach(topic -> rows.add(List.of(topic, types.getOrDefault(topic, "*"))));
    return rows;
  }

  private List<Object> topicTypes() {
    List<Object> rows = new ArrayList<>();
    types.forEach((topic, type) -> rows.add(List.of(topic, type)));
    return rows;
  }

  private Object setParameter(String name, Object value) {
    parameters.set(name, value);
    for (String listened : listeners.names()) {
      boolean touched =
          listened.equals(name)
              || listened.startsWith(name + "/")
              || name.startsWith(listened + "/");
      if (touched) {
        Object now = parameters.get(listened).orElse(Map.of());
        for (String address : listeners.addresses(listened)) {
          tell(address, "paramUpdate", "/master", listened + "/", now);
        }
      }
    }
    return success(0);
  }

  private Object subscribeParameter(XmlRpcCall call) {
    node(text(call, 0), text(call, 1));
    listeners.add(text(call, 2), text(call, 0), text(call, 1));
    return success(parameters.get(text(call, 2)).orElse(Map.of()));
  }

  // from the caller's namespace upwards
  private Object searchParameter(String caller, String key) {
    String first = key.replaceAll("^/|/.*", "");
    String space = caller;
    while (true) {
      if (parameters.get(space + "/" + first).isPresent()) {
        return success((space.equals("/") ? "" : space) + "/" + key);
      }
      if (space.isEmpty() || space.equals("/")) {
        return error("Cannot find parameter [" + key + "] in an upwards search");
      }
      space = space.substring(0, Math.max(0, space.lastIndexOf('/')));
    }
  }

  private void tellSubscribers(String topic) {
    for (String address : subscribers.addresses(topic)) {
      tell(address, "publisherUpdate", "/master", topic, publishers.addresses(topic));
    }
  }

  // in order, without holding up whoever registers
  private void tell(String address, String method, Object... arguments) {
    try {
      notifier.execute(
          () -> {
            try {
              new XmlRpcClient(URI.create(address)).call(method, arguments);
            } catch (XmlRpcException | IllegalArgumentException gone) {
              // a node that does not answer is registered until it unregisters or is replaced
            }
          });
    } catch (RejectedExecutionException closed) {
      // the master is going away
    }
  }

  @Override
  public void close() {
    notifier.shutdownNow();
    server.close();
  }
}
