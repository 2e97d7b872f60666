package eyas.bridge.mavlink;

import eyas.bridge.node.input.ForeignClock;
import eyas.bridge.node.input.Source;
import eyas.bridge.node.input.Timebase;
import eyas.bridge.node.quadrotor.Aerospace;
import eyas.bridge.node.quadrotor.QuadrotorTracking;
import io.dronefleet.mavlink.common.AttitudeQuaternion;
import io.dronefleet.mavlink.common.HighresImu;
import io.dronefleet.mavlink.common.LocalPositionNed;
import io.dronefleet.mavlink.common.Odometry;
import io.dronefleet.mavlink.common.SetPositionTargetLocalNed;
import java.util.List;

/** Puts what the flight controller sends, in NED and FRD, into the sources. For one thread. */
final class MavlinkReaders {
  private static final long MILLISECOND = 1_000_000L;
  private static final long MICROSECOND = 1_000L;
  private static final int LOCAL_NED = 1;
  private static final List<Integer> BODY_FRAMES = List.of(8, 12);
  private static final int IGNORE_POSITION = 7;
  private static final int IGNORE_VELOCITY = 8 | 16 | 32;
  private static final int IGNORE_YAW = 1024;

  private final MavlinkSettings settings;
  private final QuadrotorTracking tracking;
  private final ForeignClock odometryClock;
  private final ForeignClock attitudeClock;
  private final ForeignClock positionClock;
  private final ForeignClock imuClock;
  private final double[] three = new double[3];
  private final double[] quaternion = new double[4];
  private final double[] setpoint = new double[8];

  MavlinkReaders(MavlinkSettings settings, QuadrotorTracking tracking, Timebase timebase) {
    this.settings = settings;
    this.tracking = tracking;
    odometryClock = new ForeignClock(timebase);
    attitudeClock = new ForeignClock(timebase);
    positionClock = new ForeignClock(timebase);
    imuClock = new ForeignClock(timebase);
  }

  private void set(double x, double y, double z) {
    three[0] = x;
    three[1] = y;
    three[2] = z;
  }

  private void rates(long stamp, double roll, double pitch, double yaw) {
    set(roll, pitch, yaw);
    Aerospace.body(three);
    tracking.angularVelocity().offer(stamp, three);
  }

  private void offerWorld(Source source, long stamp) {
    Aerospace.world(three);
    source.offer(stamp, three);
  }

  /** The rotation FRD to NED, checked. */
  private boolean rotation(Source source, double w, double x, double y, double z) {
    quaternion[0] = w;
    quaternion[1] = x;
    quaternion[2] = y;
    quaternion[3] = z;
    boolean right = Aerospace.normalise(quaternion);
    if (!right) {
      source.refuse(
          "A quaternion for %s has a norm that is not 1.".formatted(source.spec().name()));
    }
    return right;
  }

  void attitude(AttitudeQuaternion message) {
    long stamp = attitudeClock.stamp(message.timeBootMs() * MILLISECOND);
    if (settings.rates().equals(MavlinkSettings.ATTITUDE_QUATERNION)) {
      rates(stamp, message.rollspeed(), message.pitchspeed(), message.yawspeed());
    }
    if (settings.attitude().equals(MavlinkSettings.ATTITUDE_QUATERNION)
        && rotation(tracking.attitude(), message.q1(), message.q2(), message.q3(), message.q4())) {
      Aerospace.rotation(quaternion);
      tracking.attitude().offer(stamp, quaternion);
    }
  }

  void imu(HighresImu message) {
    if (settings.rates().equals(MavlinkSettings.HIGHRES_IMU)) {
      long stamp = imuClock.stamp(message.timeUsec().longValue() * MICROSECOND);
      rates(stamp, message.xgyro(), message.ygyro(), message.zgyro());
    }
  }

  void localPosition(LocalPositionNed message) {
    if (settings.position().equals(MavlinkSettings.LOCAL_POSITION)) {
      long stamp = positionClock.stamp(message.timeBootMs() * MILLISECOND);
      set(message.x(), message.y(), message.z());
      offerWorld(tracking.position(), stamp);
      set(message.vx(), message.vy(), message.vz());
      offerWorld(tracking.velocity(), stamp);
    }
  }

  void odometry(Odometry message) {
    long stamp = odometryClock.stamp(message.timeUsec().longValue() * MICROSECOND);
    if (settings.rates().equals(MavlinkSettings.ODOMETRY)) {
      rates(stamp, message.rollspeed(), message.pitchspeed(), message.yawspeed());
    }
    List<Float> q = message.q();
    if (message.frameId().value() != LOCAL_NED) {
      tracking
          .position()
          .refuse(
              "ODOMETRY has frame_id %d; MAV_FRAME_LOCAL_NED (1) is needed, so give the flight controller a heading."
                  .formatted(message.frameId().value()));
      return;
    }
    if (!rotation(tracking.attitude(), q.get(0), q.get(1), q.get(2), q.get(3))) {
      return;
    }
    if (settings.position().equals(MavlinkSettings.ODOMETRY)) {
      place(message, stamp);
    }
    if (settings.attitude().equals(MavlinkSettings.ODOMETRY)) {
      Aerospace.rotation(quaternion);
      tracking.attitude().offer(stamp, quaternion);
    }
  }

  private void place(Odometry message, long stamp) {
    set(message.x(), message.y(), message.z());
    offerWorld(tracking.position(), stamp);
    int frame = message.childFrameId().value();
    set(message.vx(), message.vy(), message.vz());
    if (BODY_FRAMES.contains(frame)) {
      Aerospace.rotate(quaternion, three);
    } else if (frame != LOCAL_NED) {
      tracking
          .velocity()
          .refuse(
              "ODOMETRY has child_frame_id %d; MAV_FRAME_BODY_FRD (12) or LOCAL_NED (1) is needed."
                  .formatted(frame));
      return;
    }
    offerWorld(tracking.velocity(), stamp);
  }

  /** Where somebody wants this vehicle to be. */
  void setpoint(SetPositionTargetLocalNed message) {
    boolean forUs =
        message.targetSystem() == settings.system()
            && (message.targetComponent() == settings.component()
                || message.targetComponent() == 0);
    if (!forUs) {
      return;
    }
    int mask = message.typeMask().value();
    int frame = message.coordinateFrame().value();
    if (frame != LOCAL_NED || (mask & IGNORE_POSITION) != 0) {
      tracking
          .setpoint()
          .refuse(
              "A setpoint has coordinate_frame %d and type_mask %d; only MAV_FRAME_LOCAL_NED (1) with a position is taken."
                  .formatted(frame, mask));
      return;
    }
    set(message.x(), message.y(), message.z());
    Aerospace.world(three);
    System.arraycopy(three, 0, setpoint, 0, 3);
    boolean moving = (mask & IGNORE_VELOCITY) == 0;
    set(moving ? message.vx() : 0, moving ? message.vy() : 0, moving ? message.vz() : 0);
    Aerospace.world(three);
    System.arraycopy(three, 0, setpoint, 3, 3);
    boolean turned = (mask & IGNORE_YAW) == 0;
    setpoint[6] = turned ? Aerospace.heading(message.yaw()) : 0;
    setpoint[7] = turned ? 1 : 0;
    tracking.setpoint().offer(0, setpoint);
  }
}
