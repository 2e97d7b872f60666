package eyas.bridge.ros1;

import eyas.bridge.link.LinkException;
import eyas.bridge.ros1.xmlrpc.XmlRpcClient;
import eyas.bridge.ros1.xmlrpc.XmlRpcException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The master's methods as this node calls them (wiki.ros.org/ROS/Master_API). */
final class MasterClient {
  private static final int SUCCESS = 1;

  private final URI uri;
  private final String node;
  private final XmlRpcClient client;

  MasterClient(URI uri, String node) {
    this.uri = uri;
    this.node = node;
    this.client = new XmlRpcClient(uri);
  }

  URI uri() {
    return uri;
  }

  /** Calls a method and returns its value, or why it failed. */
  private Object call(String method, Object... arguments) {
    Object[] all = new Object[arguments.length + 1];
    all[0] = node;
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    List<?> result = result(method, client.call(method, all));
    if (!Integer.valueOf(SUCCESS).equals(result.get(0))) {
      throw new LinkException(
          "The ROS master at %s refused %s: %s".formatted(uri, method, result.get(1)));
    }
    return result.get(2);
  }

  private List<?> result(String method, Object answer) {
    if (answer instanceof List<?> list && list.size() == 3) {
      return list;
    }
    throw new XmlRpcException(
        "The ROS master at %s answered %s with %s; a code, a text and a value were expected."
            .formatted(uri, method, answer));
  }

  /** The master's process number; changes when it is started again. */
  int pid() {
    return call("getPid") instanceof Integer pid ? pid : -1;
  }

  void registerPublisher(String topic, String type, URI slave) {
    call("registerPublisher", topic, type, slave.toString());
  }

  void unregisterPublisher(String topic, URI slave) {
    call("unregisterPublisher", topic, slave.toString());
  }

  /** Registers and returns the publishers of now. */
  List<URI> registerSubscriber(String topic, String type, URI slave) {
    return call("registerSubscriber", topic, type, slave.toString()) instanceof List<?> uris
        ? uris.stream().map(uri -> URI.create(uri.toString())).toList()
        : List.of();
  }

  void unregisterSubscriber(String topic, URI slave) {
    call("unregisterSubscriber", topic, slave.toString());
  }

  void registerService(String service, URI address, URI slave) {
    call("registerService", service, address.toString(), slave.toString());
  }

  void unregisterService(String service, URI address) {
    call("unregisterService", service, address.toString());
  }

  /** Where a service is offered; empty where no node offers it. */
  Optional<URI> lookupService(String service) {
    List<?> result = result("lookupService", client.call("lookupService", node, service));
    return Integer.valueOf(SUCCESS).equals(result.get(0))
        ? Optional.of(URI.create(result.get(2).toString()))
        : Optional.empty();
  }

  /** Reads a parameter; empty where there is none. */
  Optional<Object> parameter(String name) {
    List<?> result = result("getParam", client.call("getParam", node, name));
    return Integer.valueOf(SUCCESS).equals(result.get(0))
        ? Optional.of(result.get(2))
        : Optional.empty();
  }

  void setParameter(String name, Object value) {
    call("setParam", name, value);
  }

  void deleteParameter(String name) {
    call("deleteParam", name);
  }

  List<String> parameterNames() {
    return call("getParamNames") instanceof List<?> names
        ? names.stream().map(Object::toString).toList()
        : List.of();
  }

  /**
   * Asks to be told of changes; returns the present value, an empty structure where there is none.
   */
  Object subscribeParameter(String name, URI slave) {
    return call("subscribeParam", slave.toString(), name);
  }

  void unsubscribeParameter(String name, URI slave) {
    call("unsubscribeParam", slave.toString(), name);
  }
}
