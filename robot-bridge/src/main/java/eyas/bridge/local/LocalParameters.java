package eyas.bridge.local;

import eyas.bridge.link.LinkException;
import eyas.bridge.link.Log;
import eyas.bridge.link.ParameterTree;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The parameters of this node, from its command line and files. Other nodes do not see them: that
 * would need services. A name {@code a.b} of ROS 2 is {@code ~a/b} here.
 */
public final class LocalParameters implements ParameterTree {
  private final NodeNames names;
  private final Log log;
  private final NavigableMap<String, Object> values = new ConcurrentSkipListMap<>();
  private final Map<String, List<Consumer<Object>>> listeners = new ConcurrentHashMap<>();

  /**
   * Reads files, then single parameters.
   *
   * @param names of the node
   * @param arguments its command line
   * @param log is told of listeners that fail
   */
  public LocalParameters(NodeNames names, NodeArguments arguments, Log log) {
    this.names = names;
    this.log = log;
    arguments.files().forEach(file -> setOwn(ParameterFile.read(file, names.node())));
    for (NodeArguments.Rule rule : arguments.parameters()) {
      String name = NodeNames.forThisNode(rule.from(), names.simpleName());
      if (!name.isEmpty()) {
        setOwn(Map.of(name, ParameterFile.value(rule.to())));
      }
    }
  }

  private void setOwn(Map<String, Object> own) {
    own.forEach((name, value) -> set("~" + name.replace('.', '/'), value));
  }

  @Override
  public Optional<Object> get(String name) {
    String full = names.resolve(name);
    Object value = values.get(full);
    return value == null ? branch(full + "/") : Optional.of(value);
  }

  private Optional<Object> branch(String prefix) {
    Map<String, Object> found = new TreeMap<>();
    values
        .tailMap(prefix)
        .forEach(
            (name, value) -> {
              if (name.startsWith(prefix)) {
                put(found, name.substring(prefix.length()), value);
              }
            });
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }

  private static void put(Map<String, Object> into, String path, Object value) {
    int slash = path.indexOf('/');
    if (slash < 0) {
      into.put(path, value);
      return;
    }
    Object below = into.computeIfAbsent(path.substring(0, slash), key -> new TreeMap<>());
    @SuppressWarnings("unchecked") // values that are maps were made here: set() takes maps apart
    Map<String, Object> branch = (Map<String, Object>) below;
    put(branch, path.substring(slash + 1), value);
  }

  @Override
  public void set(String name, Object value) {
    String full = names.resolve(name);
    remove(full);
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, below) -> set(full + "/" + key.toString().replace('.', '/'), below));
    } else {
      values.put(full, value);
    }
    listeners.getOrDefault(full, List.of()).forEach(listener -> tell(full, listener, value));
  }

  private void tell(String full, Consumer<Object> listener, Object value) {
    try {
      listener.accept(value);
    } catch (RuntimeException failure) {
      log.error("A listener of parameter " + full + " failed: " + failure);
    }
  }

  private void remove(String full) {
    for (int slash = full.indexOf('/', 1); slash > 0; slash = full.indexOf('/', slash + 1)) {
      String above = full.substring(0, slash);
      if (values.containsKey(above)) {
        throw new LinkException(
            "Parameter %s cannot be set: %s has a value of its own; delete that first."
                .formatted(full, above));
      }
    }
    values.remove(full);
    values.tailMap(full + "/").keySet().removeIf(name -> name.startsWith(full + "/"));
  }

  @Override
  public void delete(String name) {
    remove(names.resolve(name));
  }

  @Override
  public List<String> names() {
    return List.copyOf(values.keySet());
  }

  @Override
  public void addListener(String name, Consumer<Object> listener) {
    listeners
        .computeIfAbsent(names.resolve(name), key -> new CopyOnWriteArrayList<>())
        .add(listener);
  }
}
