package eyas.cli.bridge;

import com.sun.management.ThreadMXBean;
import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.NodeConfiguration;
import eyas.bridge.link.NodeProvider;
import eyas.bridge.link.NodeRunner;
import eyas.bridge.node.PolicyNode;
import eyas.bridge.node.control.ControlLoop;
import eyas.bridge.node.control.DurationHistogram;
import eyas.bridge.node.state.ControlState;
import eyas.bridge.ros1.master.RosMaster;
import eyas.cli.run.Console;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code bench bridge}: the policy node on a master of this process, over real sockets, at a fixed
 * rate, beside a timer loop in plain C. Both wait for absolute deadlines of the same clock.
 */
public final class BridgeBench {
  private static final int WARM_UP_SECONDS = 5;
  private static final long LATE = 5_000_000L;
  private static final double LATE_SHARE = 1e-4;
  private static final double TIMES_C = 2;
  private static final long FLAT = 1 << 20;

  private final Path policy;
  private final int rate;
  private final int seconds;
  private final Console console;

  /**
   * Creates the bench.
   *
   * @param policy folder of a bundle that commands rates
   * @param rate of the loop [Hz]
   * @param seconds to measure [s]
   * @param console where to speak
   */
  public BridgeBench(Path policy, int rate, int seconds, Console console) {
    this.policy = policy;
    this.rate = rate;
    this.seconds = seconds;
    this.console = console;
  }

  /** Measures and returns the figures; {@code passed} says whether they meet the target. */
  public Map<String, Object> run() throws InterruptedException {
    try (RosMaster master = new RosMaster("127.0.0.1", 0)) {
      NodeProvider ros = NodeRunner.provider("ros1");
      PolicyNode node = new PolicyNode();
      List<String> arguments =
          List.of(
              "_policy:=" + policy.toAbsolutePath(),
              "_rate:=" + rate,
              "_timeout_angular_velocity:=0.1");
      try (ConnectedNode connected =
              NodeRunner.start(ros, node, configuration(master, "policy", arguments));
          BenchVehicle vehicle =
              new BenchVehicle(
                  ros.connect(configuration(master, "vehicle", List.of())),
                  rate,
                  connected.name())) {
        return measure(node, vehicle);
      }
    }
  }

  private static NodeConfiguration configuration(
      RosMaster master, String name, List<String> arguments) {
    return new NodeConfiguration(
        name, arguments, Map.of("ROS_MASTER_URI", master.uri().toString(), "ROS_IP", "127.0.0.1"));
  }

  private Map<String, Object> measure(PolicyNode node, BenchVehicle vehicle)
      throws InterruptedException {
    while (!node.state().inControl() || node.state() == ControlState.RAMP) {
      Thread.sleep(10);
    }
    console.say("The policy is in control; warming up for " + WARM_UP_SECONDS + " s.");
    Thread.sleep(1000L * WARM_UP_SECONDS);
    ControlLoop loop = node.loop().orElseThrow();
    Optional<Path> program = TimerLoop.compile();
    long heap = heapAfterCollection();
    Moment before = Moment.of(loop, vehicle);
    console.say("Measuring for " + seconds + " s at " + rate + " Hz.");
    Optional<TimerLoop> beside =
        program.map(file -> TimerLoop.start(file, 1_000_000_000L / rate, (long) rate * seconds));
    Thread.sleep(1000L * seconds);
    Moment after = Moment.of(loop, vehicle);
    Optional<List<Long>> c = beside.map(TimerLoop::lateness);
    beside.ifPresent(TimerLoop::close);
    return values(before, after, heapAfterCollection() - heap, c, node.state());
  }

  /** Counters at one moment. */
  private record Moment(
      DurationHistogram.Snapshot late,
      DurationHistogram.Snapshot computing,
      long steps,
      long missed,
      long bytes,
      long commands) {
    static Moment of(ControlLoop loop, BenchVehicle vehicle) {
      ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      return new Moment(
          loop.figures().lateness().snapshot(),
          loop.figures().computing().snapshot(),
          loop.figures().steps(),
          loop.figures().missed(),
          threads.getThreadAllocatedBytes(loop.threadId()),
          vehicle.commands());
    }
  }

  private static long heapAfterCollection() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private Map<String, Object> values(
      Moment before, Moment after, long growth, Optional<List<Long>> c, ControlState state) {
    DurationHistogram.Snapshot late = after.late().since(before.late());
    DurationHistogram.Snapshot computing = after.computing().since(before.computing());
    long steps = after.steps() - before.steps();
    double share = late.above(LATE) / (double) Math.max(1, steps);
    long bytes = after.bytes() - before.bytes();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("seconds", seconds);
    values.put("rateHz", rate);
    values.put("steps", steps);
    values.put("missedDeadlines", after.missed() - before.missed());
    values.put("commandsReceived", after.commands() - before.commands());
    values.put("lateShareAbove5ms", share);
    values.put("p50Ms", 1e3 * late.quantile(0.5));
    values.put("p99Ms", 1e3 * late.quantile(0.99));
    values.put("p999Ms", 1e3 * late.quantile(0.999));
    values.put("maxMs", 1e3 * late.maximum());
    values.put("stepP50Us", 1e6 * computing.quantile(0.5));
    values.put("stepP99Us", 1e6 * computing.quantile(0.99));
    values.put("bytesAllocated", bytes);
    values.put("heapGrowthBytes", growth);
    values.put("stateAtEnd", state.name());
    boolean passed = share <= LATE_SHARE && bytes == 0 && growth <= FLAT && state.inControl();
    passed &= c.map(times -> compare(late, times, values)).orElse(true);
    values.put("passed", passed);
    return values;
  }

  /** Adds the C loop's figures; whether ours are within twice of them. */
  private static boolean compare(
      DurationHistogram.Snapshot late, List<Long> c, Map<String, Object> values) {
    values.put(
        "cLateShareAbove5ms",
        c.stream().filter(time -> time > LATE).count() / (double) Math.max(1, c.size()));
    values.put("cP50Ms", quantile(c, 0.5));
    values.put("cP99Ms", quantile(c, 0.99));
    double p999 = quantile(c, 0.999);
    values.put("cP999Ms", p999);
    values.put("cMaxMs", quantile(c, 1));
    double ratio = 1e3 * late.quantile(0.999) / p999;
    values.put("p999TimesC", ratio);
    return ratio <= TIMES_C;
  }

  private static double quantile(List<Long> sorted, double share) {
    int index = (int) Math.ceil(share * sorted.size()) - 1;
    return sorted.isEmpty() ? Double.NaN : 1e-6 * sorted.get(Math.max(0, index));
  }
}
