package eyas.bridge.link;

import java.util.List;
import java.util.Map;

/**
 * How a node is started.
 *
 * @param name the node's name without namespace, unless {@code __name:=} gives another
 * @param arguments what stood on the command line: remappings {@code from:=to}, private parameters
 *     {@code _name:=value}, {@code __name}, {@code __ns}, {@code __log}, {@code __master}, {@code
 *     __ip}, {@code __hostname}
 * @param environment variables such as {@code ROS_MASTER_URI}, {@code ROS_IP}, {@code
 *     ROS_NAMESPACE}, {@code ROS_DOMAIN_ID}
 */
public record NodeConfiguration(
    String name, List<String> arguments, Map<String, String> environment) {

  /** Copies the lists. */
  public NodeConfiguration {
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
  }

  /**
   * With this process's environment.
   *
   * @param name the node's name without namespace
   * @param arguments what stood on the command line
   */
  public static NodeConfiguration of(String name, List<String> arguments) {
    return new NodeConfiguration(name, arguments, System.getenv());
  }
}
