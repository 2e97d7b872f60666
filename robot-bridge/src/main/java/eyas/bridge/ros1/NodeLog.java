package eyas.bridge.ros1;

import eyas.bridge.link.Clock;
import eyas.bridge.link.Log;
import eyas.bridge.link.Publisher;
import eyas.bridge.message.Time;
import eyas.bridge.message.std_msgs.Header;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/** Writes to the console and, once the node is registered, to {@code /rosout}. */
final class NodeLog implements Log {
  private final String node;
  private final PrintStream console;
  private volatile Optional<Publisher<eyas.bridge.message.rosgraph_msgs.Log>> rosout =
      Optional.empty();
  private volatile Optional<Clock> clock = Optional.empty();

  NodeLog(String node, PrintStream console) {
    this.node = node;
    this.console = console;
  }

  /** From now on {@code /rosout} is written as well. */
  void connect(Publisher<eyas.bridge.message.rosgraph_msgs.Log> publisher, Clock nodeClock) {
    clock = Optional.of(nodeClock);
    rosout = Optional.of(publisher);
  }

  @Override
  public void debug(String message) {
    publish(eyas.bridge.message.rosgraph_msgs.Log.DEBUG, message);
  }

  @Override
  public void info(String message) {
    console.println("[INFO] " + node + ": " + message);
    publish(eyas.bridge.message.rosgraph_msgs.Log.INFO, message);
  }

  @Override
  public void warn(String message) {
    console.println("[WARN] " + node + ": " + message);
    publish(eyas.bridge.message.rosgraph_msgs.Log.WARN, message);
  }

  @Override
  public void error(String message) {
    console.println("[ERROR] " + node + ": " + message);
    publish(eyas.bridge.message.rosgraph_msgs.Log.ERROR, message);
  }

  private void publish(byte level, String message) {
    rosout.ifPresent(
        publisher ->
            publisher.publish(
                new eyas.bridge.message.rosgraph_msgs.Log(
                    new Header(0, Time.ofNanoseconds(clock.map(Clock::nanoseconds).orElse(0L)), ""),
                    level,
                    node,
                    message,
                    "",
                    "",
                    0,
                    List.of())));
  }
}
