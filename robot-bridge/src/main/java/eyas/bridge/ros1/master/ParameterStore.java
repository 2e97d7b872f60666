package eyas.bridge.ros1.master;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parameters as a tree of structures; names are full. For one thread at a time. */
final class ParameterStore {
  private final Map<String, Object> root = new LinkedHashMap<>();

  private static List<String> path(String name) {
    List<String> path = new ArrayList<>();
    for (String part : name.split("/", -1)) {
      if (!part.isEmpty()) {
        path.add(part);
      }
    }
    return path;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> structure(Object value) {
    return (Map<String, Object>) value;
  }

  /** The value or structure of that name, as a copy that nobody alters. */
  Optional<Object> get(String name) {
    return find(name).map(ParameterStore::copy);
  }

  private Optional<Object> find(String name) {
    Object value = root;
    for (String part : path(name)) {
      if (!(value instanceof Map<?, ?> map) || !map.containsKey(part)) {
        return Optional.empty();
      }
      value = map.get(part);
    }
    return Optional.of(value);
  }

  void set(String name, Object value) {
    List<String> path = path(name);
    if (path.isEmpty()) {
      root.clear();
      if (value instanceof Map<?, ?> map) {
        map.forEach((key, entry) -> root.put(key.toString(), copy(entry)));
      }
      return;
    }
    Map<String, Object> parent = root;
    for (String part : path.subList(0, path.size() - 1)) {
      if (!(parent.get(part) instanceof Map<?, ?>)) {
        parent.put(part, new LinkedHashMap<String, Object>());
      }
      parent = structure(parent.get(part));
    }
    parent.put(path.get(path.size() - 1), copy(value));
  }

  private static Object copy(Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      return value;
    }
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach((key, entry) -> copy.put(key.toString(), copy(entry)));
    return copy;
  }

  boolean delete(String name) {
    List<String> path = path(name);
    if (path.isEmpty() || find(name).isEmpty()) {
      return false;
    }
    String parent = String.join("/", path.subList(0, path.size() - 1));
    structure(find(parent).orElseThrow()).remove(path.get(path.size() - 1));
    return true;
  }

  List<Object> names() {
    List<Object> names = new ArrayList<>();
    collect("", root, names);
    return names;
  }

  private static void collect(String prefix, Map<?, ?> map, List<Object> names) {
    map.forEach(
        (key, value) -> {
          String name = prefix + "/" + key;
          if (value instanceof Map<?, ?> inner && !inner.isEmpty()) {
            collect(name, inner, names);
          } else {
            names.add(name);
          }
        });
  }
}
