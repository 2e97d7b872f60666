package eyas.cli.rehearsal;

import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.Quality;
import eyas.bridge.link.Subscriber;
import eyas.bridge.message.diagnostic_msgs.DiagnosticArray;
import eyas.bridge.message.diagnostic_msgs.DiagnosticStatus;
import eyas.bridge.message.mavros_msgs.AttitudeTarget;
import eyas.bridge.message.mavros_msgs.State;
import eyas.bridge.message.nav_msgs.Odometry;
import eyas.bridge.message.rosgraph_msgs.Log;
import eyas.bridge.message.std_msgs.Int64MultiArray;
import eyas.bridge.node.Progress;
import eyas.cli.robot.BodyState;
import eyas.cli.robot.RobotMessages;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** What the operator sees: robot, policy, and the commands between them. */
final class Watch {
  private static final long OLD = 1_000_000_000L;
  // simulated time may stand still while a machine stalls
  private static final long OLD_SIMULATED = 20_000_000_000L;
  private static final long ENABLE_MARGIN = 20_000_000L;
  private static final byte CRITICAL = 5;
  private static final String FAULT = "fault: ";

  private final ConnectedNode node;
  private final FlightLog log;
  private volatile Optional<BodyState> odometry = Optional.empty();
  private volatile Optional<BodyState> truth = Optional.empty();
  private volatile Optional<State> robot = Optional.empty();
  private final Subscriber<Odometry> odometryTopic;
  private final Subscriber<Int64MultiArray> progressTopic;
  private volatile Optional<Progress> progress = Optional.empty();
  private volatile long commandStamp;
  private volatile long left;
  private volatile String fault = "";
  private volatile String policy = "";
  private volatile String info = "";
  private volatile String reason = "";
  private volatile long seen = System.nanoTime();
  private volatile BooleanSupplier counted = () -> false;

  Watch(ConnectedNode node, FlightLog log) {
    this.node = node;
    this.log = log;
    odometryTopic = node.newSubscriber("mavros/local_position/odom", Odometry.TYPE, Quality.SENSOR);
    odometryTopic.addListener(this::odometry);
    node.newSubscriber("ground_truth/odom", Odometry.TYPE, Quality.SENSOR)
        .addListener(message -> truth = Optional.of(RobotMessages.state(message)));
    node.newSubscriber("mavros/state", State.TYPE, Quality.LATCHED).addListener(this::robot);
    node.newSubscriber("mavros/setpoint_raw/attitude", AttitudeTarget.TYPE, Quality.QUEUED)
        .addListener(this::command);
    progressTopic = node.newSubscriber("policy/progress", Int64MultiArray.TYPE, Quality.COMMAND);
    progressTopic.addListener(message -> Progress.read(message).ifPresent(this::progress));
    text("policy/state", now -> policy = now);
    text("policy/info", now -> info = now);
    node.newSubscriber("/rosout", Log.TYPE, Quality.QUEUED).addListener(this::said);
    node.newSubscriber("/diagnostics", DiagnosticArray.TYPE, Quality.QUEUED)
        .addListener(message -> message.status().forEach(this::diagnostic));
  }

  private void text(String topic, Consumer<String> listener) {
    node.newSubscriber(topic, eyas.bridge.message.std_msgs.String.TYPE, Quality.LATCHED)
        .addListener(message -> listener.accept(message.data()));
  }

  private void odometry(Odometry message) {
    odometry = Optional.of(RobotMessages.state(message));
    seen = System.nanoTime();
  }

  private void robot(State now) {
    String before = robot.map(Watch::words).orElse("");
    robot = Optional.of(now);
    if (!words(now).equals(before)) {
      log.event(node.clock().nanoseconds(), "robot: " + words(now));
    }
  }

  private static String words(State state) {
    return state.mode()
        + (state.armed() ? ", armed" : ", disarmed")
        + (state.systemStatus() == CRITICAL ? ", failsafe" : "");
  }

  // what nodes say, the policy's reasons among it
  private void said(Log message) {
    log.event(node.clock().nanoseconds(), message.name() + ": " + message.msg());
    if (message.msg().startsWith(FAULT)) {
      fault = message.msg().substring(FAULT.length());
    }
    if (message.name().equals(node.resolve("policy")) && message.level() >= Log.ERROR) {
      reason = message.msg();
    }
  }

  private void command(AttitudeTarget target) {
    long stamp = target.header().stamp().toNanoseconds();
    long now = node.clock().nanoseconds();
    // a command may overtake /clock
    long time = node.clock().simulated() ? Math.max(now, stamp) : now;
    log.add(new FlightLog.Arrival(time, stamp, counted.getAsBoolean()));
    commandStamp = stamp;
  }

  private void progress(Progress now) {
    Optional<Progress> before = progress;
    if (before.isPresent() && before.get().state().inControl() && !now.state().inControl()) {
      left = before.get().next();
    }
    progress = Optional.of(now);
  }

  /**
   * Whether the policy has stepped and heard the operator, and the operator the policy's command,
   * with simulated time; true where nothing tells of that.
   *
   * @param setpoint stamp of the last setpoint [ns]
   * @param enable when the enable signal was sent last [ns]
   */
  boolean policyHeard(long setpoint, long enable) {
    Optional<Progress> now = progress;
    return now.isEmpty() || heard(now.get(), setpoint, enable) || progressTopic.publishers() == 0;
  }

  private boolean heard(Progress now, long setpoint, long enable) {
    boolean place = now.setpoint() == 0 || now.setpoint() >= setpoint;
    boolean held = now.enable() == 0 || now.enable() >= enable - ENABLE_MARGIN;
    boolean stepped = now.next() > setpoint;
    return stepped && place && held && (commandStamp == 0 || commandStamp >= now.command());
  }

  /**
   * When the policy let go last: the time of the step where that is known.
   *
   * @param seen when it was seen to have let go [ns]
   */
  long letGo(long seen) {
    return progress.isPresent() ? left : seen;
  }

  /** The fault that a simulated robot told of last. */
  String fault() {
    return fault;
  }

  private void diagnostic(DiagnosticStatus status) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("message", status.message());
    status.values().forEach(pair -> values.put(pair.key(), pair.value()));
    log.diagnostic(status.name(), values);
  }

  /** What the robot says of itself. */
  String words() {
    return robot.map(Watch::words).orElse("no state");
  }

  /** Says when commands count for latency and jitter. */
  void count(BooleanSupplier when) {
    counted = when;
  }

  /** The truth where the robot is simulated, else odometry. */
  Optional<BodyState> body() {
    return truth.or(() -> odometry);
  }

  /** Whether a simulated robot tells the truth. */
  boolean simulated() {
    return truth.isPresent();
  }

  /**
   * Whether odometry does not come any more: for a second, or with simulated time when nobody sends
   * it or for long.
   */
  boolean silent() {
    long age = System.nanoTime() - seen;
    return node.clock().simulated()
        ? age > OLD_SIMULATED || (age > OLD && odometryTopic.publishers() == 0)
        : age > OLD;
  }

  boolean hasOdometry() {
    return odometry.isPresent();
  }

  boolean mode(String name) {
    return robot.filter(state -> state.mode().equals(name)).isPresent();
  }

  boolean armed() {
    return robot.filter(State::armed).isPresent();
  }

  boolean failsafe() {
    return robot.filter(state -> state.systemStatus() == CRITICAL).isPresent();
  }

  boolean connected() {
    return robot.filter(State::connected).isPresent();
  }

  /** The state of the policy node, such as {@code ACTIVE}; empty before it is known. */
  String policy() {
    // in step with the clock where that is told
    return policy.isEmpty() ? policy : progress.map(now -> now.state().name()).orElse(policy);
  }

  boolean active() {
    return policy().startsWith("ACTIVE");
  }

  boolean inControl() {
    return active() || policy().startsWith("RAMP") || policy().startsWith("HOLD");
  }

  /** The last error that the policy told of; empty before any. */
  String reason() {
    return reason;
  }

  /** What the policy says of itself. */
  String info() {
    return info;
  }
}
