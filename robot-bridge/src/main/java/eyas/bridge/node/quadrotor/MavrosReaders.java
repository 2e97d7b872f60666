package eyas.bridge.node.quadrotor;

import eyas.bridge.message.MessageInput;
import eyas.bridge.node.family.Settings;
import eyas.bridge.node.input.Source;

/**
 * Reads what MAVROS publishes into the sources, without allocating. Frames are checked by name: ENU
 * in {@code ~odometry_frame}, FLU in {@code ~body_frame}.
 */
final class MavrosReaders {
  private static final int FRAME_LOCAL = 1;
  private static final int IGNORE_POSITION = 7;
  private static final int IGNORE_VELOCITY = 8 | 16 | 32;
  private static final int IGNORE_YAW = 1024;
  private static final double UNIT = 0.05;

  private final QuadrotorTracking tracking;
  private final Source state;
  private final String odometryFrame;
  private final String bodyFrame;
  private final String mode;
  private final boolean attitudeOfImu;
  private final double[] three = new double[3];
  private final double[] quaternion = new double[4];
  private final double[] covariance = new double[9];
  private final double[] setpoint = new double[8];

  MavrosReaders(Settings settings, QuadrotorTracking tracking, Source state) {
    this.tracking = tracking;
    this.state = state;
    this.odometryFrame = settings.text("odometry_frame", "map");
    this.bodyFrame = settings.text("body_frame", "base_link");
    this.mode = settings.text("mode", "OFFBOARD");
    this.attitudeOfImu = settings.flag("attitude_from_imu", true);
  }

  private boolean frame(MessageInput in, String expected, Source source) {
    if (expected.isEmpty()) {
      in.skipString();
      return true;
    }
    boolean right = in.stringEquals(expected);
    if (!right) {
      source.refuse(
          "A message for %s is not in frame '%s'; set ~odometry_frame or ~body_frame if that is meant."
              .formatted(source.spec().name(), expected));
    }
    return right;
  }

  /** Reads (x, y, z, w), checks that it is a rotation, and keeps it as (w, x, y, z). */
  private boolean quaternion(MessageInput in, Source source) {
    double x = in.float64();
    double y = in.float64();
    double z = in.float64();
    double w = in.float64();
    double norm = Math.sqrt(w * w + x * x + y * y + z * z);
    if (Math.abs(norm - 1) > UNIT) {
      source.refuse(
          "A quaternion for %s has the norm %s, not 1.".formatted(source.spec().name(), norm));
      return false;
    }
    quaternion[0] = w / norm;
    quaternion[1] = x / norm;
    quaternion[2] = y / norm;
    quaternion[3] = z / norm;
    return true;
  }

  /** {@code sensor_msgs/Imu}: body rates and attitude. */
  synchronized void imu(MessageInput in) {
    in.sequence();
    long stamp = in.timeNanoseconds();
    if (!frame(in, bodyFrame, tracking.angularVelocity())) {
      return;
    }
    boolean oriented;
    if (attitudeOfImu) {
      oriented = quaternion(in, tracking.attitude());
    } else {
      oriented = false;
      skip(in, 4);
    }
    in.doubles(covariance);
    if (oriented && covariance[0] == -1) {
      oriented = false;
      tracking
          .attitude()
          .refuse("The IMU's messages have no orientation; set ~attitude_from_imu to false.");
    }
    in.doubles(three);
    tracking.angularVelocity().offer(stamp, three);
    if (oriented) {
      tracking.attitude().offer(stamp, quaternion);
    }
  }

  private static void skip(MessageInput in, int doubles) {
    for (int i = 0; i < doubles; i++) {
      in.float64();
    }
  }

  /** {@code nav_msgs/Odometry}: position and velocity; the twist is in the body's frame. */
  synchronized void odometry(MessageInput in) {
    in.sequence();
    long stamp = in.timeNanoseconds();
    if (!frame(in, odometryFrame, tracking.position())
        || !frame(in, bodyFrame, tracking.velocity())) {
      return;
    }
    in.doubles(three);
    tracking.position().offer(stamp, three);
    if (!quaternion(in, tracking.velocity())) {
      return;
    }
    if (!attitudeOfImu) {
      tracking.attitude().offer(stamp, quaternion);
    }
    skip(in, 36);
    in.doubles(three);
    toWorld();
    tracking.velocity().offer(stamp, three);
  }

  /** v + 2 w (u × v) + 2 u × (u × v) with the quaternion (w, u). */
  private void toWorld() {
    double w = quaternion[0];
    double a = quaternion[1];
    double b = quaternion[2];
    double c = quaternion[3];
    double tx = 2 * (b * three[2] - c * three[1]);
    double ty = 2 * (c * three[0] - a * three[2]);
    double tz = 2 * (a * three[1] - b * three[0]);
    double x = three[0] + w * tx + b * tz - c * ty;
    double y = three[1] + w * ty + c * tx - a * tz;
    double z = three[2] + w * tz + a * ty - b * tx;
    three[0] = x;
    three[1] = y;
    three[2] = z;
  }

  /** {@code mavros_msgs/State}. */
  synchronized void state(MessageInput in) {
    in.sequence();
    long stamp = in.timeNanoseconds();
    in.skipString();
    three[0] = in.bool() ? 1 : 0;
    three[1] = in.bool() ? 1 : 0;
    in.bool();
    in.bool();
    three[2] = in.stringEquals(mode) ? 1 : 0;
    state.offer(stamp, three);
  }

  /** {@code mavros_msgs/PositionTarget}, ENU as MAVROS takes it. */
  synchronized void positionTarget(MessageInput in) {
    in.sequence();
    long stamp = in.timeNanoseconds();
    in.skipString();
    int coordinates = in.int8();
    int mask = in.int16();
    if (coordinates != FRAME_LOCAL || (mask & IGNORE_POSITION) != 0) {
      tracking
          .setpoint()
          .refuse(
              "A setpoint has coordinate_frame %d and type_mask %d; only FRAME_LOCAL_NED (1) with a position is taken."
                  .formatted(coordinates, mask));
      return;
    }
    for (int i = 0; i < 6; i++) {
      double value = in.float64();
      setpoint[i] = i >= 3 && (mask & IGNORE_VELOCITY) != 0 ? 0 : value;
    }
    skip(in, 3);
    double yaw = in.float32();
    boolean turned = (mask & IGNORE_YAW) == 0;
    setpoint[6] = turned ? yaw : 0;
    setpoint[7] = turned ? 1 : 0;
    tracking.setpoint().offer(stamp, setpoint);
  }

  /** {@code geometry_msgs/PoseStamped}: a place to be at rest. */
  synchronized void pose(MessageInput in) {
    in.sequence();
    long stamp = in.timeNanoseconds();
    if (!frame(in, odometryFrame, tracking.setpoint())) {
      return;
    }
    for (int i = 0; i < 6; i++) {
      setpoint[i] = i < 3 ? in.float64() : 0;
    }
    if (!quaternion(in, tracking.setpoint())) {
      return;
    }
    double w = quaternion[0];
    double x = quaternion[1];
    double y = quaternion[2];
    double z = quaternion[3];
    setpoint[6] = Math.atan2(2 * (w * z + x * y), 1 - 2 * (y * y + z * z));
    setpoint[7] = 1;
    tracking.setpoint().offer(stamp, setpoint);
  }
}
