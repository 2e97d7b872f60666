package eyas.cli.rehearsal;

import java.net.URI;
import java.util.Map;

/** A ROS master that a rehearsal starts and ends. */
public interface Master extends AutoCloseable {
  /** Which one: {@code roscore} or {@code in-JVM}. */
  String kind();

  /** Its address. */
  URI uri();

  /** Ends it and starts another one at the same address. */
  void restart();

  /** The environment of nodes that belong to it. */
  default Map<String, String> environment() {
    return Map.of("ROS_MASTER_URI", uri().toString(), "ROS_IP", "127.0.0.1");
  }

  @Override
  void close();
}
