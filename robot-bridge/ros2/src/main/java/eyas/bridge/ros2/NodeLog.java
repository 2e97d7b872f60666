package eyas.bridge.ros2;

import eyas.bridge.link.Clock;
import eyas.bridge.link.Log;
import eyas.bridge.link.Publisher;
import eyas.bridge.message.Time;
import java.io.PrintStream;
import java.util.Optional;

/** Writes to the console and, once the node takes part, to {@code /rosout}. */
final class NodeLog implements Log {
  private static final int LONGEST = 8_000;

  private final String node;
  private final String logger;
  private final PrintStream console;
  private volatile Optional<Publisher<eyas.bridge.message.rcl_interfaces.Log>> rosout =
      Optional.empty();
  private volatile Optional<Clock> clock = Optional.empty();

  NodeLog(String node, PrintStream console) {
    this.node = node;
    // loggers of ROS 2 are written with dots
    this.logger = node.substring(1).replace('/', '.');
    this.console = console;
  }

  /** From now on {@code /rosout} is written as well. */
  void connect(Publisher<eyas.bridge.message.rcl_interfaces.Log> publisher, Clock nodeClock) {
    clock = Optional.of(nodeClock);
    rosout = Optional.of(publisher);
  }

  @Override
  public void debug(String message) {
    publish(eyas.bridge.message.rcl_interfaces.Log.DEBUG, message);
  }

  @Override
  public void info(String message) {
    console.println("[INFO] " + node + ": " + message);
    publish(eyas.bridge.message.rcl_interfaces.Log.INFO, message);
  }

  @Override
  public void warn(String message) {
    console.println("[WARN] " + node + ": " + message);
    publish(eyas.bridge.message.rcl_interfaces.Log.WARN, message);
  }

  @Override
  public void error(String message) {
    console.println("[ERROR] " + node + ": " + message);
    publish(eyas.bridge.message.rcl_interfaces.Log.ERROR, message);
  }

  private void publish(byte level, String message) {
    String text = message.length() > LONGEST ? message.substring(0, LONGEST) + "..." : message;
    Time now = Time.ofNanoseconds(clock.map(Clock::nanoseconds).orElse(0L));
    rosout.ifPresent(
        publisher ->
            publisher.publish(
                new eyas.bridge.message.rcl_interfaces.Log(now, level, logger, text, "", "", 0)));
  }
}
