package eyas.bridge.link;

/**
 * A middleware, found by {@link java.util.ServiceLoader}. Eyas brings {@code ros1} and, as an
 * optional module, {@code ros2}; a site adds its own by a jar with this service.
 */
public interface NodeProvider {
  /** The name that {@code --link} selects, such as {@code ros1}. */
  String name();

  /**
   * Registers a node.
   *
   * @param configuration names, addresses and arguments
   * @return the node; its caller closes it
   * @throws LinkException if the middleware cannot be reached, with what to do
   */
  ConnectedNode connect(NodeConfiguration configuration);
}
