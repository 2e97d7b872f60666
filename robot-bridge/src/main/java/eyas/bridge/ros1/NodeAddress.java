package eyas.bridge.ros1;

import eyas.bridge.link.LinkException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;

/**
 * Where a node listens and what it tells others (wiki.ros.org/ROS/NetworkSetup).
 *
 * @param master the master's address
 * @param host the name or address that others are told
 * @param bind the address on which the node listens
 */
record NodeAddress(URI master, String host, String bind) {
  static NodeAddress of(NodeNames names, Map<String, String> environment) {
    String master =
        names
            .special("__master")
            .orElse(environment.getOrDefault("ROS_MASTER_URI", "http://localhost:11311"));
    String host =
        names
            .special("__hostname")
            .or(() -> names.special("__ip"))
            .orElseGet(() -> host(environment));
    boolean local = host.equals("localhost") || host.startsWith("127.");
    boolean address = environment.containsKey("ROS_IP") || names.special("__ip").isPresent();
    return new NodeAddress(uri(master), host, local || address ? host : "0.0.0.0");
  }

  private static URI uri(String master) {
    try {
      return URI.create(master);
    } catch (IllegalArgumentException failure) {
      throw new LinkException(
          "ROS_MASTER_URI is '%s'; it must look like http://host:11311.".formatted(master),
          failure);
    }
  }

  private static String host(Map<String, String> environment) {
    if (environment.containsKey("ROS_HOSTNAME")) {
      return environment.get("ROS_HOSTNAME");
    }
    if (environment.containsKey("ROS_IP")) {
      return environment.get("ROS_IP");
    }
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException noName) {
      return "127.0.0.1";
    }
  }
}
