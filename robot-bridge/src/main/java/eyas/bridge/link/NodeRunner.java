package eyas.bridge.link;

import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;

/** Starts a {@link NodeMain} on a middleware and takes it down cleanly when the process ends. */
public final class NodeRunner {
  private NodeRunner() {}

  /**
   * Finds a middleware.
   *
   * @param name such as {@code ros1}
   */
  public static NodeProvider provider(String name) {
    List<NodeProvider> all =
        ServiceLoader.load(NodeProvider.class).stream().map(ServiceLoader.Provider::get).toList();
    return all.stream()
        .filter(provider -> provider.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new LinkException(
                    "There is no middleware '%s' on the class path; there is %s."
                        .formatted(name, all.stream().map(NodeProvider::name).toList())));
  }

  /**
   * Starts a node; the caller closes it.
   *
   * @param provider the middleware
   * @param main the program
   * @param arguments what stood on the command line
   */
  public static ConnectedNode start(NodeProvider provider, NodeMain main, List<String> arguments) {
    return start(provider, main, NodeConfiguration.of(main.defaultName(), arguments));
  }

  /**
   * Starts a node; the caller closes it.
   *
   * @param provider the middleware
   * @param main the program
   * @param configuration names, arguments and environment
   */
  public static ConnectedNode start(
      NodeProvider provider, NodeMain main, NodeConfiguration configuration) {
    ConnectedNode node = provider.connect(configuration);
    try {
      node.onShutdown(() -> main.onShutdown(node));
      main.onStart(node);
      return node;
    } catch (RuntimeException failure) {
      node.close();
      throw failure;
    }
  }

  /**
   * Starts a node and waits until it leaves or the process is asked to end.
   *
   * @param provider the middleware
   * @param main the program
   * @param arguments what stood on the command line
   */
  public static void run(NodeProvider provider, NodeMain main, List<String> arguments)
      throws InterruptedException {
    CountDownLatch left = new CountDownLatch(1);
    ConnectedNode node = start(provider, main, arguments);
    node.onShutdown(left::countDown);
    // SIGINT and SIGTERM: the safe command leaves and the master is told
    Runtime.getRuntime().addShutdownHook(new Thread(node::close, "eyas-end"));
    left.await();
  }
}
