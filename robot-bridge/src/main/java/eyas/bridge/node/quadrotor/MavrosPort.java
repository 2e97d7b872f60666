package eyas.bridge.node.quadrotor;

import eyas.assets.policy.PolicyContract;
import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.Publisher;
import eyas.bridge.link.Quality;
import eyas.bridge.message.MessageBody;
import eyas.bridge.message.MessageOutput;
import eyas.bridge.message.geometry_msgs.PoseStamped;
import eyas.bridge.message.mavros_msgs.AttitudeTarget;
import eyas.bridge.message.mavros_msgs.PositionTarget;
import eyas.bridge.message.mavros_msgs.State;
import eyas.bridge.message.nav_msgs.Odometry;
import eyas.bridge.message.sensor_msgs.Imu;
import eyas.bridge.node.family.RobotPort;
import eyas.bridge.node.family.Settings;
import eyas.bridge.node.input.Source;
import eyas.bridge.node.input.Timebase;
import eyas.bridge.node.state.Cause;
import eyas.bridge.safety.CommandChannel;
import java.util.List;
import java.util.stream.Stream;

/** A connected quadrotor behind MAVROS. */
final class MavrosPort implements RobotPort, MessageBody {
  private static final long BILLION = 1_000_000_000L;
  private static final byte IGNORE_ATTITUDE = (byte) 128;

  private final QuadrotorTracking tracking;
  private final MavrosState state;
  private final ThrustCurve curve;
  private final List<CommandChannel> channels;
  private final List<Source> sources;
  private final double safeSeconds;
  private final Publisher<AttitudeTarget> publisher;
  private final Cause unheard;
  private final double[] command = new double[4];
  private long stamp;

  MavrosPort(ConnectedNode node, PolicyContract contract, Settings settings, Timebase timebase) {
    tracking = new QuadrotorTracking(settings, timebase);
    state = new MavrosState(settings, timebase);
    curve = ThrustCurve.of(settings);
    channels = RatesLimits.of(contract.action(), settings, curve);
    safeSeconds = settings.number("safe_seconds", 1, 0, 3600);
    sources = Stream.concat(tracking.sources().stream(), Stream.of(state.source())).toList();
    publisher =
        node.newPublisher("mavros/setpoint_raw/attitude", AttitudeTarget.TYPE, Quality.COMMAND);
    unheard =
        Cause.passing("Nobody listens to %s; is MAVROS running?".formatted(publisher.topic()));
    subscribe(node, new MavrosReaders(settings, tracking, state.source()));
  }

  private static void subscribe(ConnectedNode node, MavrosReaders readers) {
    node.newSubscriber("mavros/imu/data", Imu.TYPE, Quality.SENSOR).addReader(readers::imu);
    node.newSubscriber("mavros/local_position/odom", Odometry.TYPE, Quality.SENSOR)
        .addReader(readers::odometry);
    node.newSubscriber("mavros/state", State.TYPE, Quality.COMMAND).addReader(readers::state);
    node.newSubscriber("~setpoint", PositionTarget.TYPE, Quality.COMMAND)
        .addReader(readers::positionTarget);
    node.newSubscriber("~setpoint_pose", PoseStamped.TYPE, Quality.COMMAND)
        .addReader(readers::pose);
  }

  @Override
  public List<Source> sources() {
    return sources;
  }

  @Override
  public List<CommandChannel> channels() {
    return channels;
  }

  @Override
  public void write(int input, float[] out, int offset) {
    tracking.write(input, out, offset);
  }

  @Override
  public Cause permission(long now) {
    return publisher.subscribers() == 0 ? unheard : state.permission(now);
  }

  @Override
  public void activate() {
    tracking.hold();
  }

  @Override
  public void target(boolean fresh) {
    tracking.follow(fresh);
  }

  @Override
  public void safe(double[] out) {
    RobotPort.super.safe(out);
    if (state.disarmed()) {
      out[0] = channels.get(0).lower();
    }
  }

  /**
   * PX4 takes mode OFFBOARD only while setpoints come in. Once it listens, silence is safer than a
   * command that holds no place: its own failsafe takes over.
   */
  @Override
  public boolean streamsWhenReady() {
    return !state.listens();
  }

  @Override
  public double safeSeconds() {
    return safeSeconds;
  }

  @Override
  public long stamp() {
    return tracking.stamp();
  }

  @Override
  public long dropped() {
    return publisher.dropped();
  }

  @Override
  public void send(double[] values, long dataStamp) {
    System.arraycopy(values, 0, command, 0, command.length);
    stamp = dataStamp;
    publisher.write(this);
  }

  /** {@code mavros_msgs/AttitudeTarget}: body rates FLU [rad/s] and thrust, no attitude. */
  @Override
  public void write(MessageOutput out) {
    out.sequence(0);
    out.time((int) (stamp / BILLION), (int) (stamp % BILLION));
    out.string("base_link");
    out.int8(IGNORE_ATTITUDE);
    out.float64(0);
    out.float64(0);
    out.float64(0);
    out.float64(1);
    out.float64(command[1]);
    out.float64(command[2]);
    out.float64(command[3]);
    out.float32(curve.apply(command[0]));
  }

  @Override
  public void close() {
    // the node closes its publishers and subscribers itself, after the last safe command
  }
}
