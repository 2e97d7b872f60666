package eyas.bridge.node;

import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.NodeConfiguration;
import eyas.bridge.link.NodeRunner;
import eyas.bridge.link.Publisher;
import eyas.bridge.link.Quality;
import eyas.bridge.link.Subscriber;
import eyas.bridge.message.Message;
import eyas.bridge.message.MessageType;
import eyas.bridge.message.Time;
import eyas.bridge.message.diagnostic_msgs.DiagnosticArray;
import eyas.bridge.message.geometry_msgs.Point;
import eyas.bridge.message.geometry_msgs.Pose;
import eyas.bridge.message.geometry_msgs.PoseWithCovariance;
import eyas.bridge.message.geometry_msgs.Quaternion;
import eyas.bridge.message.geometry_msgs.Twist;
import eyas.bridge.message.geometry_msgs.TwistWithCovariance;
import eyas.bridge.message.geometry_msgs.Vector3;
import eyas.bridge.message.mavros_msgs.AttitudeTarget;
import eyas.bridge.message.mavros_msgs.PositionTarget;
import eyas.bridge.message.mavros_msgs.State;
import eyas.bridge.message.nav_msgs.Odometry;
import eyas.bridge.message.rosgraph_msgs.Clock;
import eyas.bridge.message.sensor_msgs.Imu;
import eyas.bridge.message.std_msgs.Bool;
import eyas.bridge.message.std_msgs.Header;
import eyas.bridge.node.input.Role;
import eyas.bridge.ros1.master.RosMaster;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Publishes what MAVROS would, over real sockets, with simulated time: each tick sends the sensors
 * of one moment, then {@code /clock}, and waits until the policy node has stepped.
 */
final class MavrosDriver implements AutoCloseable {
  static final long TICK = 2_000_000L;
  static final long START = 1_000_000_000_000L;

  final ConnectedNode node;
  final ConnectedNode policyNode;
  final PolicyNode policy = new PolicyNode();
  final List<AttitudeTarget> commands = new CopyOnWriteArrayList<>();
  final List<String> states = new CopyOnWriteArrayList<>();
  final List<DiagnosticArray> diagnostics = new CopyOnWriteArrayList<>();
  final Subscriber<AttitudeTarget> commandSubscriber;
  private final Publisher<Imu> imu;
  private final Publisher<Odometry> odometry;
  private final Publisher<State> state;
  private final Publisher<Bool> enable;
  private final Publisher<PositionTarget> setpoint;
  private final Publisher<Clock> clock;

  long now = START;
  boolean imuOn = true;
  boolean odometryOn = true;
  boolean stateOn = true;
  boolean enableOn;
  boolean setpointOn;
  boolean armed = true;
  double rateX = 0.1;
  long imuDelay;
  long lag;
  int ticks;
  private long statuses;
  private long setpoints;
  private Random race =
      new Random() {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean nextBoolean() {
          return true;
        }
      };

  MavrosDriver(RosMaster master, String... arguments) throws InterruptedException {
    node = connect(master, "driver", List.of());
    node.parameters().set("/use_sim_time", true);
    policyNode = start(master, policy, List.of(arguments));
    imu = publisher("mavros/imu/data", Imu.TYPE);
    odometry = publisher("mavros/local_position/odom", Odometry.TYPE);
    state = publisher("mavros/state", State.TYPE);
    enable = publisher("policy/enable", Bool.TYPE);
    setpoint = publisher("policy/setpoint", PositionTarget.TYPE);
    clock = publisher("/clock", Clock.TYPE);
    commandSubscriber =
        node.newSubscriber("mavros/setpoint_raw/attitude", AttitudeTarget.TYPE, Quality.QUEUED);
    commandSubscriber.addListener(commands::add);
    node.newSubscriber("policy/state", eyas.bridge.message.std_msgs.String.TYPE, Quality.LATCHED)
        .addListener(message -> states.add(message.data()));
    node.newSubscriber("/diagnostics", DiagnosticArray.TYPE, Quality.QUEUED)
        .addListener(diagnostics::add);
    for (Publisher<?> each : List.of(imu, odometry, state, enable, setpoint)) {
      await(() -> each.subscribers() == 1);
    }
    // the policy node and this one follow the clock
    await(() -> clock.subscribers() >= 1);
    await(() -> !states.isEmpty());
  }

  private static NodeConfiguration configuration(
      RosMaster master, String name, List<String> arguments) {
    return new NodeConfiguration(
        name, arguments, Map.of("ROS_MASTER_URI", master.uri().toString(), "ROS_IP", "127.0.0.1"));
  }

  static ConnectedNode connect(RosMaster master, String name, List<String> arguments) {
    return NodeRunner.provider("ros1").connect(configuration(master, name, arguments));
  }

  static ConnectedNode start(RosMaster master, PolicyNode policy, List<String> arguments) {
    return NodeRunner.start(
        NodeRunner.provider("ros1"), policy, configuration(master, "policy", arguments));
  }

  static void await(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      pause(100_000);
    }
  }

  // Thread.sleep(0, n) takes a whole millisecond
  private static void pause(long nanoseconds) throws InterruptedException {
    LockSupport.parkNanos(nanoseconds);
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private <M extends Message> Publisher<M> publisher(String topic, MessageType<M> type) {
    return node.newPublisher(topic, type, Quality.QUEUED);
  }

  private static Header header(long stamp, String frame) {
    return new Header(0, Time.ofNanoseconds(stamp), frame);
  }

  void sendImu(long stamp) {
    imu.publish(
        new Imu(
            header(stamp, "base_link"),
            new Quaternion(0, 0, 0, 1),
            new double[9],
            new Vector3(rateX, 0.02, 0.03),
            new double[9],
            new Vector3(0, 0, 9.81),
            new double[9]));
  }

  void sendOdometry(long stamp) {
    odometry.publish(
        new Odometry(
            header(stamp, "map"),
            "base_link",
            new PoseWithCovariance(
                new Pose(new Point(0.1 * ticks % 7, 0.2, 1), new Quaternion(0, 0, 0, 1)),
                new double[36]),
            new TwistWithCovariance(
                new Twist(new Vector3(0.05, 0.01, -0.02), new Vector3(0, 0, 0)), new double[36])));
  }

  void sendState(long stamp) {
    state.publish(new State(header(stamp, ""), true, armed, true, true, "OFFBOARD", (byte) 4));
  }

  void sendSetpoint(long stamp) {
    setpoint.publish(
        new PositionTarget(
            header(stamp, "map"),
            PositionTarget.FRAME_LOCAL_NED,
            (short) (64 | 128 | 256 | 2048),
            new Point(0, 0, 1),
            new Vector3(0, 0, 0),
            new Vector3(0, 0, 0),
            0.3f,
            0));
  }

  /** One tick: everything that is on, then the clock. */
  void tick() throws InterruptedException {
    now += TICK;
    ticks++;
    boolean early = race.nextBoolean();
    if (early) {
      sendSensors();
    }
    if (ticks % 10 == 0) {
      sendSlow();
    }
    clock.publish(new Clock(Time.ofNanoseconds(now)));
    if (!early) {
      pause(race.nextInt(900_000));
      sendSensors();
    }
    long wanted = now - lag;
    await(() -> lastStep() >= wanted);
  }

  /** What comes seldom; waits until it has been heard, so that a slow thread is not a fault. */
  private void sendSlow() throws InterruptedException {
    if (stateOn) {
      sendState(now);
      statuses++;
    }
    if (enableOn) {
      enable.publish(new Bool(true));
      statuses++;
    }
    if (setpointOn) {
      sendSetpoint(now);
      setpoints++;
    }
    await(() -> policy.heard(Role.STATUS) >= statuses && policy.heard(Role.SETPOINT) >= setpoints);
  }

  private void sendSensors() {
    if (imuOn) {
      sendImu(now - imuDelay);
    }
    if (odometryOn) {
      sendOdometry(now);
    }
  }

  /** From now on sensors and clock arrive in an order that depends on a seed. */
  void race(long seed) {
    race = new Random(seed);
  }

  /** Whether the newest diagnostics, or older ones, hold a text. */
  boolean told(String text) {
    return diagnostics.stream()
        .flatMap(array -> array.status().stream())
        .anyMatch(
            status ->
                status.message().contains(text)
                    || status.values().stream().anyMatch(pair -> pair.value().contains(text)));
  }

  private long lastStep() {
    // after a jump back the last step lies ahead
    long last = policy.loop().map(loop -> loop.figures().lastStep()).orElse(Long.MIN_VALUE);
    return last > now ? Long.MIN_VALUE : last;
  }

  /** Ticks until a condition holds. */
  void until(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      tick();
    }
  }

  /** The newest command with a stamp. */
  Optional<AttitudeTarget> last() {
    List<AttitudeTarget> all = new ArrayList<>(commands);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  @Override
  public void close() {
    policyNode.close();
    node.close();
  }
}
