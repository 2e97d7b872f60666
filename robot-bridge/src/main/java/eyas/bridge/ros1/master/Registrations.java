package eyas.bridge.ros1.master;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Who is registered under a name: nodes with their addresses. For one thread at a time. */
final class Registrations {
  private final Map<String, Map<String, String>> nodes = new TreeMap<>();

  void add(String name, String node, String address) {
    nodes.computeIfAbsent(name, key -> new LinkedHashMap<>()).put(node, address);
  }

  /** Removes a node if it is registered with that address. */
  boolean remove(String name, String node, String address) {
    Map<String, String> registered = nodes.getOrDefault(name, Map.of());
    if (!address.equals(registered.get(node))) {
      return false;
    }
    registered.remove(node);
    if (registered.isEmpty()) {
      nodes.remove(name);
    }
    return true;
  }

  /** Removes a node everywhere and returns the names under which it was. */
  List<String> removeNode(String node) {
    List<String> names = new ArrayList<>();
    for (Map.Entry<String, Map<String, String>> entry : nodes.entrySet()) {
      if (entry.getValue().remove(node) != null) {
        names.add(entry.getKey());
      }
    }
    nodes.values().removeIf(Map::isEmpty);
    return names;
  }

  List<String> addresses(String name) {
    return List.copyOf(nodes.getOrDefault(name, Map.of()).values());
  }

  boolean contains(String name) {
    return nodes.containsKey(name);
  }

  Set<String> names() {
    return nodes.keySet();
  }

  /** Rows of name and nodes, as getSystemState has them. */
  List<Object> state() {
    List<Object> rows = new ArrayList<>();
    nodes.forEach((name, registered) -> rows.add(List.of(name, List.copyOf(registered.keySet()))));
    return rows;
  }
}
