package eyas.cli.robot;

import eyas.bridge.message.Time;
import eyas.bridge.message.geometry_msgs.Point;
import eyas.bridge.message.geometry_msgs.Pose;
import eyas.bridge.message.geometry_msgs.PoseWithCovariance;
import eyas.bridge.message.geometry_msgs.Quaternion;
import eyas.bridge.message.geometry_msgs.Twist;
import eyas.bridge.message.geometry_msgs.TwistWithCovariance;
import eyas.bridge.message.geometry_msgs.Vector3;
import eyas.bridge.message.mavros_msgs.State;
import eyas.bridge.message.nav_msgs.Odometry;
import eyas.bridge.message.sensor_msgs.BatteryState;
import eyas.bridge.message.sensor_msgs.Imu;
import eyas.bridge.message.std_msgs.Header;

/** States as messages, with the frames and units that MAVROS uses (REP 103, REP 105). */
public final class RobotMessages {
  private static final double ENDURANCE = 900;
  private static final float FULL = 16.8f;
  private static final float EMPTY = 14f;
  private static final byte STANDBY = 3;
  private static final byte ACTIVE = 4;
  private static final byte CRITICAL = 5;

  private RobotMessages() {}

  /** A header. */
  public static Header header(long time, String frame) {
    return new Header(0, Time.ofNanoseconds(time), frame);
  }

  /** Pose in {@code map}, twist in {@code base_link}: world velocity turned into the body frame. */
  public static Odometry odometry(BodyState body) {
    Pose pose = new Pose(point(body.position()), quaternion(body.attitude()));
    double[] velocity = body.attitude().toBody(body.velocity());
    Twist twist = new Twist(vector(velocity), vector(body.bodyRates()));
    return new Odometry(
        header(body.time(), "map"),
        "base_link",
        new PoseWithCovariance(pose, new double[36]),
        new TwistWithCovariance(twist, new double[36]));
  }

  /** The state that an odometry message tells of; the specific force is not known: zero. */
  public static BodyState state(Odometry odometry) {
    Pose pose = odometry.pose().pose();
    Quaternion q = pose.orientation();
    Attitude attitude = new Attitude(q.w(), q.x(), q.y(), q.z());
    Vector3 v = odometry.twist().twist().linear();
    Vector3 w = odometry.twist().twist().angular();
    return new BodyState(
        odometry.header().stamp().toNanoseconds(),
        new double[] {pose.position().x(), pose.position().y(), pose.position().z()},
        attitude,
        attitude.toWorld(new double[] {v.x(), v.y(), v.z()}),
        new double[] {w.x(), w.y(), w.z()},
        new double[3]);
  }

  /** Attitude, body rates and specific force in {@code base_link}. */
  static Imu imu(BodyState body) {
    return new Imu(
        header(body.time(), "base_link"),
        quaternion(body.attitude()),
        new double[9],
        vector(body.bodyRates()),
        new double[9],
        vector(body.specificForce()),
        new double[9]);
  }

  /** What the autopilot says of itself. */
  static State state(Autopilot autopilot, long time) {
    boolean armed = autopilot.armed();
    byte status = autopilot.failsafe() ? CRITICAL : armed ? ACTIVE : STANDBY;
    FlightMode mode = autopilot.mode();
    return new State(
        header(time, ""),
        true,
        armed,
        mode == FlightMode.OFFBOARD,
        mode == FlightMode.MANUAL,
        mode.text(),
        status);
  }

  /** A battery that lasts a quarter of an hour. */
  static BatteryState battery(long time, double secondsFlown) {
    float left = (float) Math.max(0, 1 - secondsFlown / ENDURANCE);
    return new BatteryState(
        header(time, ""),
        EMPTY + left * (FULL - EMPTY),
        Float.NaN,
        Float.NaN,
        Float.NaN,
        Float.NaN,
        Float.NaN,
        left,
        (byte) 2,
        (byte) 1,
        (byte) 3,
        true,
        new float[0],
        new float[0],
        "",
        "");
  }

  /** The same state with no number in it. */
  static BodyState broken(BodyState body) {
    double[] none = {Double.NaN, Double.NaN, Double.NaN};
    return new BodyState(body.time(), none, body.attitude(), none, none, none);
  }

  private static Point point(double[] p) {
    return new Point(p[0], p[1], p[2]);
  }

  private static Vector3 vector(double[] v) {
    return new Vector3(v[0], v[1], v[2]);
  }

  private static Quaternion quaternion(Attitude q) {
    return new Quaternion(q.x(), q.y(), q.z(), q.w());
  }
}
