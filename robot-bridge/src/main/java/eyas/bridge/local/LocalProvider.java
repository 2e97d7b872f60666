package eyas.bridge.local;

import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.NodeConfiguration;
import eyas.bridge.link.NodeProvider;

/** No middleware: topics stay within the process. */
public final class LocalProvider implements NodeProvider {
  /** Creates the provider for {@link java.util.ServiceLoader}. */
  public LocalProvider() {}

  @Override
  public String name() {
    return "local";
  }

  @Override
  public ConnectedNode connect(NodeConfiguration configuration) {
    return new LocalNode(configuration);
  }
}
