package eyas.bridge.ros2.px4;

import eyas.bridge.message.MessageInput;
import eyas.bridge.message.px4_msgs.VehicleOdometry;
import eyas.bridge.message.px4_msgs.VehicleStatus;
import eyas.bridge.node.input.ForeignClock;
import eyas.bridge.node.input.Source;
import eyas.bridge.node.input.Timebase;
import eyas.bridge.node.quadrotor.Aerospace;
import eyas.bridge.node.quadrotor.AutopilotState;
import eyas.bridge.node.quadrotor.QuadrotorTracking;

/** Reads what PX4 publishes into the sources, from NED and FRD, without allocating. */
final class Px4Readers {
  private static final long THOUSAND = 1000;

  private final QuadrotorTracking tracking;
  private final AutopilotState state;
  private final ForeignClock clock;
  private final double[] position = new double[3];
  private final double[] quaternion = new double[4];
  private final double[] velocity = new double[3];
  private final double[] rates = new double[3];
  private final double[] setpoint = new double[8];

  Px4Readers(QuadrotorTracking tracking, AutopilotState state, Timebase timebase) {
    this.tracking = tracking;
    this.state = state;
    this.clock = new ForeignClock(timebase);
  }

  private static void three(MessageInput in, double[] into) {
    for (int i = 0; i < into.length; i++) {
      into[i] = in.float32();
    }
  }

  /** {@code px4_msgs/VehicleOdometry}: the whole state. */
  synchronized void odometry(MessageInput in) {
    in.int64();
    long stamp = clock.stamp(in.int64() * THOUSAND);
    int poseFrame = in.int8();
    three(in, position);
    three(in, quaternion);
    int velocityFrame = in.int8();
    three(in, velocity);
    three(in, rates);
    Aerospace.body(rates);
    tracking.angularVelocity().offer(stamp, rates);
    if (poseFrame != VehicleOdometry.POSE_FRAME_NED) {
      refuse(tracking.position(), "pose_frame", poseFrame);
      return;
    }
    Aerospace.world(position);
    tracking.position().offer(stamp, position);
    if (!Aerospace.normalise(quaternion)) {
      tracking.attitude().refuse("A quaternion of vehicle_odometry has a norm that is not 1.");
      return;
    }
    velocity(velocityFrame, stamp);
    Aerospace.rotation(quaternion);
    tracking.attitude().offer(stamp, quaternion);
  }

  private void velocity(int frame, long stamp) {
    if (frame == VehicleOdometry.VELOCITY_FRAME_BODY_FRD) {
      Aerospace.rotate(quaternion, velocity);
    } else if (frame != VehicleOdometry.VELOCITY_FRAME_NED) {
      refuse(tracking.velocity(), "velocity_frame", frame);
      return;
    }
    Aerospace.world(velocity);
    tracking.velocity().offer(stamp, velocity);
  }

  private static void refuse(Source source, String field, int value) {
    source.refuse(
        "vehicle_odometry has %s %d; NED (1) is needed, so give PX4 a heading."
            .formatted(field, value));
  }

  /** {@code px4_msgs/VehicleStatus}: read up to {@code nav_state}. */
  synchronized void status(MessageInput in) {
    in.int64();
    in.int64();
    in.int64();
    boolean armed = in.int8() == VehicleStatus.ARMING_STATE_ARMED;
    in.int8();
    in.int8();
    in.int64();
    in.int8();
    state.heard(armed, in.int8() == VehicleStatus.NAVIGATION_STATE_OFFBOARD);
  }

  /** {@code px4_msgs/TrajectorySetpoint}, NED; NaN is "not given", as PX4 has it. */
  synchronized void setpoint(MessageInput in) {
    in.int64();
    three(in, position);
    three(in, velocity);
    for (int i = 0; i < 6; i++) {
      in.float32();
    }
    double yaw = in.float32();
    Aerospace.world(position);
    Aerospace.world(velocity);
    for (int i = 0; i < 3; i++) {
      setpoint[i] = position[i];
      setpoint[3 + i] = Double.isNaN(velocity[i]) ? 0 : velocity[i];
    }
    setpoint[6] = Double.isNaN(yaw) ? 0 : Aerospace.heading(yaw);
    setpoint[7] = Double.isNaN(yaw) ? 0 : 1;
    tracking.setpoint().offer(0, setpoint);
  }
}
