package eyas.bridge.ros1;

import eyas.bridge.link.LinkException;
import eyas.bridge.link.Log;
import eyas.bridge.link.ParameterTree;
import eyas.bridge.ros1.xmlrpc.XmlRpcException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The master's parameters as one node sees them. */
final class Ros1Parameters implements ParameterTree {
  private final MasterClient master;
  private final NodeNames names;
  private final URI slave;
  private final Log log;
  private final Map<String, List<Consumer<Object>>> listeners = new ConcurrentHashMap<>();

  Ros1Parameters(MasterClient master, NodeNames names, URI slave, Log log) {
    this.master = master;
    this.names = names;
    this.slave = slave;
    this.log = log;
  }

  @Override
  public Optional<Object> get(String name) {
    return reached(() -> master.parameter(names.resolve(name)));
  }

  @Override
  public void set(String name, Object value) {
    reached(
        () -> {
          master.setParameter(names.resolve(name), value);
          return true;
        });
  }

  @Override
  public void delete(String name) {
    reached(
        () -> {
          master.deleteParameter(names.resolve(name));
          return true;
        });
  }

  @Override
  public List<String> names() {
    return reached(master::parameterNames);
  }

  @Override
  public void addListener(String name, Consumer<Object> listener) {
    String full = names.resolve(name);
    listeners.computeIfAbsent(full, key -> new CopyOnWriteArrayList<>()).add(listener);
    reached(() -> master.subscribeParameter(full, slave));
  }

  private <T> T reached(Supplier<T> call) {
    try {
      return call.get();
    } catch (XmlRpcException failure) {
      throw new LinkException(
          "The parameters of the ROS master at %s could not be reached: %s"
              .formatted(master.uri(), failure.getMessage()),
          failure);
    }
  }

  /** The master says that a parameter has changed. */
  void changed(String key, Object value) {
    String name = key.length() > 1 && key.endsWith("/") ? key.substring(0, key.length() - 1) : key;
    for (Consumer<Object> listener : listeners.getOrDefault(name, List.of())) {
      try {
        listener.accept(value);
      } catch (RuntimeException failure) {
        log.error("A listener of parameter " + name + " failed: " + failure);
      }
    }
  }

  /** Subscribes again, at a master that was started again. */
  void subscribeAgain() {
    listeners.keySet().forEach(name -> master.subscribeParameter(name, slave));
  }

  /** Ends all subscriptions. */
  void unsubscribe() {
    listeners.keySet().forEach(name -> master.unsubscribeParameter(name, slave));
  }
}
