package eyas.bridge.ros2.px4;

import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.Publisher;
import eyas.bridge.link.Quality;
import eyas.bridge.message.MessageBody;
import eyas.bridge.message.px4_msgs.OffboardControlMode;
import eyas.bridge.message.px4_msgs.TrajectorySetpoint;
import eyas.bridge.message.px4_msgs.VehicleOdometry;
import eyas.bridge.message.px4_msgs.VehicleStatus;
import eyas.bridge.node.family.RobotPort;
import eyas.bridge.node.family.Settings;
import eyas.bridge.node.input.Source;
import eyas.bridge.node.input.Timebase;
import eyas.bridge.node.quadrotor.AutopilotState;
import eyas.bridge.node.quadrotor.QuadrotorTracking;
import eyas.bridge.node.state.Cause;
import eyas.bridge.safety.CommandChannel;
import java.util.List;
import java.util.stream.Stream;

/**
 * A connected quadrotor with PX4. {@code OffboardControlMode}, which PX4 wants more than twice a
 * second, goes out with the commands, ten times a second.
 */
final class Px4Port implements RobotPort, Px4Command.TimeStamp {
  private static final long MODE_PERIOD = 100_000_000L;

  private final QuadrotorTracking tracking;
  private final AutopilotState state;
  private final Timebase timebase;
  private final Px4Command command;
  private final List<Source> sources;
  private final double safeSeconds;
  private final Publisher<OffboardControlMode> modes;
  private final MessageBody mode;
  private final Cause unheard;
  private long lastMode;
  private long microseconds;
  private boolean modeSent;

  Px4Port(ConnectedNode node, Settings settings, Timebase timebase, Px4Command command) {
    this.timebase = timebase;
    this.command = command;
    tracking = new QuadrotorTracking(settings, timebase);
    state = new AutopilotState(settings, timebase, "fmu/out/vehicle_status", "OFFBOARD");
    sources = Stream.concat(tracking.sources().stream(), Stream.of(state.source())).toList();
    safeSeconds = settings.number("safe_seconds", command.safeSeconds(), 0, 3600);
    modes =
        node.newPublisher(
            "fmu/in/offboard_control_mode", OffboardControlMode.TYPE, Quality.COMMAND);
    mode = command.mode(this);
    unheard =
        Cause.passing(
            "Nobody listens to %s; does the uXRCE-DDS agent of PX4 run in this domain?"
                .formatted(command.topic()));
    Px4Readers readers = new Px4Readers(tracking, state, timebase);
    node.newSubscriber("fmu/out/vehicle_odometry", VehicleOdometry.TYPE, Quality.SENSOR)
        .addReader(readers::odometry);
    node.newSubscriber("fmu/out/vehicle_status", VehicleStatus.TYPE, Quality.SENSOR)
        .addReader(readers::status);
    node.newSubscriber("~setpoint", TrajectorySetpoint.TYPE, Quality.SENSOR)
        .addReader(readers::setpoint);
  }

  @Override
  public long microseconds() {
    return microseconds;
  }

  @Override
  public List<Source> sources() {
    return sources;
  }

  @Override
  public List<CommandChannel> channels() {
    return command.channels();
  }

  @Override
  public void write(int input, float[] out, int offset) {
    tracking.write(input, out, offset);
  }

  @Override
  public Cause permission(long now) {
    return command.subscribers() == 0 ? unheard : state.permission(now);
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
    for (int i = 0; state.disarmed() && i < out.length; i++) {
      CommandChannel channel = channels().get(i);
      out[i] = channel.lower() >= 0 ? channel.lower() : channel.safe();
    }
  }

  /** PX4 takes mode OFFBOARD only while setpoints come in. */
  @Override
  public boolean streamsWhenReady() {
    return true;
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
  public void send(double[] values, long dataStamp) {
    long now = timebase.stamp();
    microseconds = now / 1000;
    if (!modeSent || now - lastMode >= MODE_PERIOD || now < lastMode) {
      modeSent = true;
      lastMode = now;
      modes.write(mode);
    }
    command.send(values, this);
  }

  @Override
  public void close() {
    // the node closes its publishers and subscribers itself, after the last safe command
  }
}
