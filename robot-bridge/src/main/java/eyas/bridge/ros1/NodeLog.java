package eyas.bridge.ros1;

import eyas.bridge.link.Clock;
import eyas.bridge.link.Log;
import eyas.bridge.link.Publisher;
import eyas.bridge.message.Time;
import eyas.bridge.message.std_msgs.Header;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Writes to the console, to the file that {@code __log:=} names, and, once the node is registered,
 * to {@code /rosout}.
 */
final class NodeLog implements Log {
  private final String node;
  private final PrintStream console;
  private final Optional<Path> file;
  private volatile Optional<Publisher<eyas.bridge.message.rosgraph_msgs.Log>> rosout =
      Optional.empty();
  private volatile Optional<Clock> clock = Optional.empty();
  private volatile boolean fileFailed;

  NodeLog(String node, PrintStream console, Optional<String> file) {
    this.node = node;
    this.console = console;
    this.file = file.map(Path::of);
  }

  /** From now on {@code /rosout} is written as well. */
  void connect(Publisher<eyas.bridge.message.rosgraph_msgs.Log> publisher, Clock nodeClock) {
    clock = Optional.of(nodeClock);
    rosout = Optional.of(publisher);
  }

  @Override
  public void debug(String message) {
    append("DEBUG", message);
    publish(eyas.bridge.message.rosgraph_msgs.Log.DEBUG, message);
  }

  @Override
  public void info(String message) {
    print("INFO", message);
    publish(eyas.bridge.message.rosgraph_msgs.Log.INFO, message);
  }

  @Override
  public void warn(String message) {
    print("WARN", message);
    publish(eyas.bridge.message.rosgraph_msgs.Log.WARN, message);
  }

  @Override
  public void error(String message) {
    print("ERROR", message);
    publish(eyas.bridge.message.rosgraph_msgs.Log.ERROR, message);
  }

  private void print(String level, String message) {
    console.println("[" + level + "] " + node + ": " + message);
    append(level, message);
  }

  // opened for each line: a node logs seldom, and the file may be moved away meanwhile
  private void append(String level, String message) {
    if (file.isEmpty() || fileFailed) {
      return;
    }
    String line = "[" + level + "] " + Instant.now() + ": " + message + "\n";
    try {
      Files.writeString(
          file.get(),
          line,
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException failure) {
      fileFailed = true;
      console.println("[WARN] " + node + ": the log cannot be written: " + failure);
    }
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
