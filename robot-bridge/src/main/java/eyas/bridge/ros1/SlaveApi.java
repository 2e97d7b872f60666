package eyas.bridge.ros1;

import eyas.bridge.ros1.xmlrpc.XmlRpcCall;
import eyas.bridge.ros1.xmlrpc.XmlRpcException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** What other nodes and the master may call on this node (wiki.ros.org/ROS/Slave_API). */
final class SlaveApi {
  private static final int SUCCESS = 1;
  private static final int FAILURE = 0;

  private final Ros1Node node;

  SlaveApi(Ros1Node node) {
    this.node = node;
  }

  /** Answers a call with a code, a text and a value. */
  Object answer(XmlRpcCall call) {
    return switch (call.method()) {
      case "getBusStats" -> success(List.of(List.of(), List.of(), List.of()));
      case "getBusInfo" -> success(busInfo());
      case "getMasterUri" -> success(node.masterUri().toString());
      case "shutdown" -> shutdown(call);
      case "getPid" -> success((int) ProcessHandle.current().pid());
      case "getSubscriptions" -> success(node.subscriptions());
      case "getPublications" -> success(node.publications());
      case "paramUpdate" -> parameterUpdate(call);
      case "publisherUpdate" -> publisherUpdate(call);
      case "requestTopic" -> requestTopic(call);
      default ->
          throw new XmlRpcException("This node has no method '%s'.".formatted(call.method()));
    };
  }

  private static List<Object> success(Object value) {
    return List.of(SUCCESS, "", value);
  }

  private static Object argument(XmlRpcCall call, int index) {
    if (index >= call.arguments().size()) {
      throw new XmlRpcException(
          "%s was called with %d arguments; it needs more."
              .formatted(call.method(), call.arguments().size()));
    }
    return call.arguments().get(index);
  }

  private Object shutdown(XmlRpcCall call) {
    String reason = call.arguments().size() > 1 ? call.arguments().get(1).toString() : "";
    node.askedToLeave(reason);
    return success(0);
  }

  private Object parameterUpdate(XmlRpcCall call) {
    node.parameterChanged(argument(call, 1).toString(), argument(call, 2));
    return success(0);
  }

  private Object publisherUpdate(XmlRpcCall call) {
    if (!(argument(call, 2) instanceof List<?> uris)) {
      throw new XmlRpcException("publisherUpdate needs a list of addresses.");
    }
    try {
      node.publishers(
          argument(call, 1).toString(),
          uris.stream().map(uri -> URI.create(uri.toString())).toList());
    } catch (IllegalArgumentException notUri) {
      throw new XmlRpcException("publisherUpdate: " + notUri.getMessage(), notUri);
    }
    return success(0);
  }

  private Object requestTopic(XmlRpcCall call) {
    String topic = argument(call, 1).toString();
    if (!node.publishes(topic)) {
      return List.of(FAILURE, "This node does not publish " + topic, 0);
    }
    if (argument(call, 2) instanceof List<?> protocols) {
      for (Object protocol : protocols) {
        if (protocol instanceof List<?> parts
            && !parts.isEmpty()
            && "TCPROS".equals(parts.get(0))) {
          return success(List.of("TCPROS", node.host(), node.dataPort()));
        }
      }
    }
    return List.of(FAILURE, "This node speaks TCPROS only", 0);
  }

  // id, peer, direction, transport, topic, connected
  private List<Object> busInfo() {
    List<Object> connections = new ArrayList<>();
    for (TopicPublisher<?> publisher : node.publishers()) {
      for (String peer : publisher.peers()) {
        connections.add(row(connections.size(), peer, "o", publisher.topic()));
      }
    }
    for (TopicSubscriber<?> subscriber : node.subscribers()) {
      for (URI peer : subscriber.peers()) {
        connections.add(row(connections.size(), peer.toString(), "i", subscriber.topic()));
      }
    }
    return connections;
  }

  private static List<Object> row(int id, String peer, String direction, String topic) {
    return List.of(id, peer, direction, "TCPROS", topic, 1, "");
  }
}
