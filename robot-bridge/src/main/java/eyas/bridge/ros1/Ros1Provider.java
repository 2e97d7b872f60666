package eyas.bridge.ros1;

import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.NodeConfiguration;
import eyas.bridge.link.NodeProvider;

/** ROS 1 over Eyas' own client. */
public final class Ros1Provider implements NodeProvider {
  /** Creates the provider for {@link java.util.ServiceLoader}. */
  public Ros1Provider() {}

  @Override
  public String name() {
    return "ros1";
  }

  @Override
  public ConnectedNode connect(NodeConfiguration configuration) {
    return new Ros1Node(configuration);
  }
}
