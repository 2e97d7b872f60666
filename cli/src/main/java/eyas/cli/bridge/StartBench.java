package eyas.cli.bridge;

import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.NodeConfiguration;
import eyas.bridge.link.NodeProvider;
import eyas.bridge.link.NodeRunner;
import eyas.bridge.link.Quality;
import eyas.bridge.node.state.ControlState;
import eyas.bridge.ros1.master.RosMaster;
import eyas.cli.run.RunException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * {@code bench start}: starts the policy node's launcher again and again, beside a vehicle that
 * stands still, and takes the time until it says that it has left {@code IDLE}: the bundle is
 * verified, all inputs are fresh. Also its memory, after some seconds in control.
 */
public final class StartBench {
  private static final double LONGEST = 2;
  private static final long MOST_KIBIBYTES = 150 << 10;
  private static final int VEHICLE_RATE = 200;
  private static final long SETTLE_MILLISECONDS = 3000;
  private static final String NAME = "policy";

  private final Path launcher;
  private final Path policy;
  private final int runs;

  /**
   * Creates the bench.
   *
   * @param launcher the script {@code policy_node}, of a source tree or of an unpacked archive
   * @param policy folder of a bundle that commands rates
   * @param runs number of starts
   */
  public StartBench(Path launcher, Path policy, int runs) {
    this.launcher = launcher;
    this.policy = policy;
    this.runs = runs;
  }

  /** One start: time until the node has left {@code IDLE} [s], memory after a while [KiB]. */
  private record Start(double seconds, long kibibytes) {}

  /** Measures and returns the figures; {@code passed} says whether they meet the target. */
  public Map<String, Object> run() throws InterruptedException {
    try (RosMaster master = new RosMaster("127.0.0.1", 0)) {
      Map<String, String> environment =
          Map.of("ROS_MASTER_URI", master.uri().toString(), "ROS_IP", "127.0.0.1");
      NodeProvider ros = NodeRunner.provider("ros1");
      try (BenchVehicle vehicle =
              new BenchVehicle(connect(ros, "vehicle", environment), VEHICLE_RATE, "/" + NAME);
          ConnectedNode operator = connect(ros, "operator", environment)) {
        BlockingQueue<String> states = new LinkedBlockingQueue<>();
        operator
            .newSubscriber(
                "/" + NAME + "/state", eyas.bridge.message.std_msgs.String.TYPE, Quality.QUEUED)
            .addListener(message -> states.add(message.data()));
        // the first one may have to archive classes
        Start first = start(environment, states);
        List<Start> starts = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
          starts.add(start(environment, states));
        }
        return values(first, starts, vehicle);
      }
    }
  }

  private static ConnectedNode connect(
      NodeProvider ros, String name, Map<String, String> environment) {
    return ros.connect(new NodeConfiguration(name, List.of(), environment));
  }

  private Start start(Map<String, String> environment, BlockingQueue<String> states)
      throws InterruptedException {
    states.clear();
    ProcessBuilder builder =
        new ProcessBuilder(
                launcher.toString(),
                "_policy:=" + policy.toAbsolutePath(),
                "_timeout_angular_velocity:=0.1",
                "__name:=" + NAME)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(environment);
    try {
      long begin = System.nanoTime();
      Process node = builder.start();
      try {
        awaitReady(node, states);
        double seconds = (System.nanoTime() - begin) * 1e-9;
        Thread.sleep(SETTLE_MILLISECONDS);
        return new Start(seconds, memory(node.pid()));
      } finally {
        node.destroy();
        node.waitFor();
      }
    } catch (IOException failure) {
      throw new RunException(
          "The policy node could not be measured with " + launcher + ": " + failure.getMessage(),
          failure);
    }
  }

  private void awaitReady(Process node, BlockingQueue<String> states) throws InterruptedException {
    String state = ControlState.IDLE.name();
    while (state.equals(ControlState.IDLE.name())) {
      if (!node.isAlive()) {
        throw new RunException(
            "The policy node ended with code %d before it was ready; run %s _policy:=%s by hand to see why."
                .formatted(node.exitValue(), launcher, policy));
      }
      String next = states.poll(100, TimeUnit.MILLISECONDS);
      state = next == null ? state : next;
    }
  }

  /** Memory of a process that is in main memory, where the system says it; else 0 [KiB]. */
  private static long memory(long pid) throws IOException {
    Path status = Path.of("/proc/" + pid + "/status");
    if (!Files.isReadable(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }

  private Map<String, Object> values(Start first, List<Start> starts, BenchVehicle vehicle) {
    List<Double> seconds = new ArrayList<>(starts.stream().map(Start::seconds).toList());
    Collections.sort(seconds);
    long memory = starts.stream().mapToLong(Start::kibibytes).max().orElseThrow();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("launcher", launcher.toString());
    values.put("starts", runs);
    values.put("firstSeconds", first.seconds());
    values.put("fastestSeconds", seconds.get(0));
    values.put("medianSeconds", seconds.get(runs / 2));
    values.put("slowestSeconds", seconds.get(runs - 1));
    values.put("memoryMiB", memory / 1024.0);
    values.put("commandsReceived", vehicle.commands());
    values.put("passed", seconds.get(runs - 1) < LONGEST && memory <= MOST_KIBIBYTES);
    return values;
  }
}
