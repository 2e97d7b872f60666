package eyas.bridge.link;

/** The program of one node. */
public interface NodeMain {
  /** The node's name where the command line gives none, such as {@code policy}. */
  String defaultName();

  /**
   * Starts the node; called once, when the node is registered. It returns soon: longer work belongs
   * to threads of its own.
   *
   * @param node the connected node
   */
  void onStart(ConnectedNode node);

  /**
   * The node is about to leave; publishers still work, so the last safe command can be sent.
   *
   * @param node the connected node
   */
  default void onShutdown(ConnectedNode node) {}
}
