package eyas.bridge.ros2;

import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.NodeConfiguration;
import eyas.bridge.link.NodeProvider;

/** DDS topics with ROS 2 names and types. */
public final class Ros2Provider implements NodeProvider {
  /** Creates the provider for {@link java.util.ServiceLoader}. */
  public Ros2Provider() {}

  @Override
  public String name() {
    return "ros2";
  }

  @Override
  public ConnectedNode connect(NodeConfiguration configuration) {
    return new Ros2Node(configuration);
  }
}
