package eyas.bridge.mavlink;

import eyas.assets.policy.PolicyContract;
import eyas.bridge.link.ConnectedNode;
import eyas.bridge.node.family.RobotPort;
import eyas.bridge.node.family.Settings;
import eyas.bridge.node.input.Source;
import eyas.bridge.node.input.Timebase;
import eyas.bridge.node.quadrotor.AutopilotState;
import eyas.bridge.node.quadrotor.QuadrotorTracking;
import eyas.bridge.node.quadrotor.RatesLimits;
import eyas.bridge.node.quadrotor.ThrustCurve;
import eyas.bridge.node.state.Cause;
import eyas.bridge.safety.CommandChannel;
import io.dronefleet.mavlink.MavlinkMessage;
import io.dronefleet.mavlink.common.AttitudeQuaternion;
import io.dronefleet.mavlink.common.HighresImu;
import io.dronefleet.mavlink.common.LocalPositionNed;
import io.dronefleet.mavlink.common.Odometry;
import io.dronefleet.mavlink.common.RcChannels;
import io.dronefleet.mavlink.common.SetPositionTargetLocalNed;
import io.dronefleet.mavlink.minimal.Heartbeat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A quadrotor at the other end of a MAVLink connection. */
final class MavlinkPort implements RobotPort {
  private final QuadrotorTracking tracking;
  private final AutopilotState state;
  private final FlightMode mode;
  private final ThrustCurve curve;
  private final List<CommandChannel> channels;
  private final List<Source> sources;
  private final double safeSeconds;
  private final MavlinkReaders readers;
  private final PilotSwitch pilot;
  private final MavlinkLink link;
  private final Optional<Course> course;
  private final Cause absent;

  MavlinkPort(ConnectedNode node, PolicyContract contract, Settings settings, Timebase timebase) {
    MavlinkSettings mavlink = MavlinkSettings.of(settings);
    tracking = new QuadrotorTracking(settings, timebase);
    mode = FlightMode.of(settings);
    state = new AutopilotState(settings, timebase, "HEARTBEAT", mode.name());
    curve = ThrustCurve.of(settings);
    channels = RatesLimits.of(contract.action(), settings, curve);
    sources = Stream.concat(tracking.sources().stream(), Stream.of(state.source())).toList();
    safeSeconds = settings.number("safe_seconds", 1, 0, 3600);
    readers = new MavlinkReaders(mavlink, tracking, timebase);
    pilot = new PilotSwitch(node, settings);
    course = Course.of(settings, tracking.setpoint());
    link = new MavlinkLink(mavlink, mavlink.open(), node.log(), this::received);
    absent =
        Cause.passing(
            "No flight controller of system %d, component %d is heard at %s."
                .formatted(mavlink.system(), mavlink.autopilot(), mavlink.wire()));
    link.start();
  }

  private void received(MavlinkMessage<?> message) {
    Object payload = message.getPayload();
    if (payload instanceof SetPositionTargetLocalNed setpoint) {
      readers.setpoint(setpoint);
    } else if (!link.fromAutopilot(message)) {
      return;
    } else if (payload instanceof AttitudeQuaternion attitude) {
      readers.attitude(attitude);
    } else if (payload instanceof Odometry odometry) {
      readers.odometry(odometry);
    } else if (payload instanceof HighresImu imu) {
      readers.imu(imu);
    } else if (payload instanceof LocalPositionNed position) {
      readers.localPosition(position);
    } else if (payload instanceof RcChannels sticks) {
      pilot.heard(sticks);
    } else if (payload instanceof Heartbeat heartbeat) {
      state.heard(FlightMode.armed(heartbeat), mode.listens(heartbeat));
    }
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
    return link.connected() ? state.permission(now) : absent;
  }

  @Override
  public void activate() {
    tracking.hold();
    if (course.isPresent()) {
      course.get().begin();
    }
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
  public long dropped() {
    return link.dropped();
  }

  /** FLU to FRD. */
  @Override
  public void send(double[] command, long stamp) {
    link.sendRates(
        (float) command[1], (float) -command[2], (float) -command[3], curve.apply(command[0]));
  }

  @Override
  public void close() {
    course.ifPresent(Course::close);
    link.close();
  }
}
