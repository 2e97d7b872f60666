package eyas.bridge.ros1.peer;

import eyas.bridge.ros1.xmlrpc.XmlRpcClient;
import eyas.bridge.ros1.xmlrpc.XmlRpcException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * The real roscore on a free port of this machine, and programs that use it. Logs and all other
 * files lie in a temporary folder, which is removed when everything has been stopped.
 */
public final class RosPeers implements AutoCloseable {
  /** The C++ node that passes messages of any type on. */
  public static final String RELAY = "/usr/lib/topic_tools/relay";

  /** The system's own Python: only that one has rospy. */
  public static final String PYTHON = "/usr/bin/python3";

  private static final List<String> NEEDED =
      List.of(
          "/usr/bin/roscore",
          "/usr/bin/roslaunch",
          "/usr/bin/rostopic",
          "/usr/bin/rosbag",
          "/usr/bin/rosnode",
          "/usr/bin/rosparam",
          "/usr/bin/rosservice",
          RELAY,
          PYTHON,
          "/usr/lib/python3/dist-packages/rospy",
          "/usr/lib/python3/dist-packages/std_srvs");
  private static final String INSTALL =
      "apt-get install --no-install-recommends python3-roslaunch python3-rostopic python3-rosbag"
          + " python3-rosnode python3-rosservice python3-std-msgs python3-geometry-msgs"
          + " python3-sensor-msgs python3-nav-msgs python3-std-srvs topic-tools";
  private static final String HOST = "127.0.0.1";

  private final Path folder;
  private final int port;
  private final Map<String, String> environment = new LinkedHashMap<>();
  private final List<PeerProcess> processes = new CopyOnWriteArrayList<>();
  private final Thread atExit = new Thread(this::stopAll, "eyas-peers-end");
  private PeerProcess core;
  private int count;

  private RosPeers(Path folder, int port) {
    this.folder = folder;
    this.port = port;
    environment.put("ROS_MASTER_URI", master().toString());
    environment.put("ROS_IP", HOST);
    environment.put("ROS_LOG_DIR", folder.toString());
    environment.put("ROS_HOME", folder.toString());
    environment.put("ROS_PACKAGE_PATH", "/usr/share");
    environment.put("PATH", "/usr/bin:/bin:" + System.getenv("PATH"));
    environment.put("PYTHONUNBUFFERED", "1");
    Runtime.getRuntime().addShutdownHook(atExit);
    core = startCore();
  }

  /** What is not installed, with the command that installs it; empty if all is there. */
  public static Optional<String> missing() {
    List<String> absent =
        NEEDED.stream().filter(file -> !Files.exists(Path.of(file))).sorted().toList();
    return absent.isEmpty()
        ? Optional.empty()
        : Optional.of("ROS 1 is not installed whole (no " + absent + "); " + INSTALL);
  }

  /** Starts roscore and waits until it answers. */
  public static RosPeers start() {
    missing()
        .ifPresent(
            reason -> {
              throw new PeerException(reason);
            });
    try {
      return new RosPeers(Files.createTempDirectory("eyas-ros"), freePort());
    } catch (IOException failure) {
      throw new PeerException("roscore has no place: " + failure.getMessage(), failure);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private PeerProcess startCore() {
    PeerProcess started = run("/usr/bin/roscore", "-p", Integer.toString(port));
    XmlRpcClient client = new XmlRpcClient(master());
    // rosout is the last that roscore starts
    while (!knows(client, "/rosout")) {
      if (!started.alive()) {
        throw new PeerException("roscore ended: " + started.output());
      }
      pause();
    }
    return started;
  }

  private static boolean knows(XmlRpcClient client, String node) {
    try {
      return client.call("lookupNode", "/eyas", node) instanceof List<?> answer
          && Integer.valueOf(1).equals(answer.get(0));
    } catch (XmlRpcException notYet) {
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new PeerException("Waiting for roscore was interrupted.", stopped);
    }
  }

  /** The master's address. */
  public URI master() {
    return URI.create("http://" + HOST + ":" + port);
  }

  /** Variables for a node that is to use this roscore. */
  public Map<String, String> environment() {
    return Map.copyOf(environment);
  }

  /** Where logs lie. */
  public Path folder() {
    return folder;
  }

  /** The running roscore. */
  public PeerProcess core() {
    return core;
  }

  /**
   * Starts a program with this roscore.
   *
   * @param command the program and its arguments
   */
  public PeerProcess run(String... command) {
    return run(Map.of(), command);
  }

  /**
   * Starts a program with this roscore.
   *
   * @param more further variables
   * @param command the program and its arguments
   */
  public synchronized PeerProcess run(Map<String, String> more, String... command) {
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(more);
    String name = Path.of(command[0]).getFileName() + "-" + count++ + ".out";
    PeerProcess process = PeerProcess.start(Arrays.asList(command), all, folder.resolve(name));
    processes.add(process);
    return process;
  }

  /** Kills roscore at once, with the master and rosout, as a power failure would. */
  public void killCore() {
    core.kill();
  }

  /** Starts roscore again, on the same port. */
  public void restartCore() {
    core = startCore();
  }

  private void stopAll() {
    List<PeerProcess> all = new ArrayList<>(processes);
    // roscore was started first and ends last
    for (int i = all.size() - 1; i >= 0; i--) {
      all.get(i).close();
    }
    processes.clear();
  }

  @Override
  public void close() {
    stopAll();
    Runtime.getRuntime().removeShutdownHook(atExit);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException failure) {
      throw new PeerException(folder + " cannot be removed: " + failure.getMessage(), failure);
    }
  }
}
