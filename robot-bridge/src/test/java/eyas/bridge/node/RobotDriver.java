package eyas.bridge.node;

import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.Publisher;
import eyas.bridge.link.Quality;
import eyas.bridge.message.Message;
import eyas.bridge.message.MessageType;
import eyas.bridge.message.Time;
import eyas.bridge.message.diagnostic_msgs.DiagnosticArray;
import eyas.bridge.message.std_msgs.Bool;
import eyas.bridge.message.std_msgs.Header;
import eyas.bridge.node.state.ControlState;
import eyas.bridge.ros1.master.RosMaster;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/** A policy node of any family on the wall clock, and what its operator sees of it. */
final class RobotDriver implements AutoCloseable {
  final RosMaster master = new RosMaster("127.0.0.1", 0);
  final PolicyNode policy = new PolicyNode();
  final ConnectedNode node;
  final ConnectedNode policyNode;
  private final List<DiagnosticArray> diagnostics = new CopyOnWriteArrayList<>();
  private final Publisher<Bool> enable;
  private boolean enabled;

  RobotDriver(List<String> arguments) {
    node = MavrosDriver.connect(master, "driver", List.of());
    policyNode = MavrosDriver.start(master, policy, arguments);
    node.newSubscriber("/diagnostics", DiagnosticArray.TYPE, Quality.QUEUED)
        .addListener(diagnostics::add);
    enable = publisher("policy/enable", Bool.TYPE);
  }

  <M extends Message> Publisher<M> publisher(String topic, MessageType<M> type) {
    return node.newPublisher(topic, type, Quality.QUEUED);
  }

  Header header(String frame) {
    return new Header(0, Time.ofNanoseconds(node.clock().nanoseconds()), frame);
  }

  void enable(boolean on) {
    enabled = on;
  }

  /** Repeats what the robot sends until a condition holds. */
  void until(Runnable send, BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      send.run();
      if (enabled) {
        enable.publish(new Bool(true));
      }
      Thread.sleep(5);
    }
  }

  void until(Runnable send, ControlState state) throws InterruptedException {
    until(send, () -> policy.state() == state);
  }

  boolean told(String text) {
    return diagnostics.stream()
        .flatMap(array -> array.status().stream())
        .anyMatch(
            status ->
                status.message().contains(text)
                    || status.values().stream().anyMatch(pair -> pair.value().contains(text)));
  }

  @Override
  public void close() {
    policyNode.close();
    node.close();
    master.close();
  }
}
