package eyas.bridge.ros2;

import static org.assertj.core.api.Assertions.assertThat;

import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.NodeConfiguration;
import eyas.bridge.link.NodeRunner;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Nodes on the loopback interface. */
final class Nodes {
  private static final long PATIENCE = 30_000_000_000L;

  private Nodes() {}

  static ConnectedNode start(String name, int domain, String... arguments) {
    Map<String, String> environment =
        Map.of("ROS_DOMAIN_ID", Integer.toString(domain), "ROS_LOCALHOST_ONLY", "1");
    return NodeRunner.provider("ros2")
        .connect(new NodeConfiguration(name, List.of(arguments), environment));
  }

  /** Waits for something that discovery brings; fails when it does not come. */
  static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE;
    while (!condition.getAsBoolean() && System.nanoTime() < end) {
      Thread.onSpinWait();
      java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
    }
    assertThat(condition.getAsBoolean()).as(what).isTrue();
  }
}
