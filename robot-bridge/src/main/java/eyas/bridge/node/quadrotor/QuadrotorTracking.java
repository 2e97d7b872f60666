package eyas.bridge.node.quadrotor;

import eyas.bridge.node.family.NamedInput;
import eyas.bridge.node.family.NamedOutput;
import eyas.bridge.node.family.Settings;
import eyas.bridge.node.input.Sample;
import eyas.bridge.node.input.Source;
import eyas.bridge.node.input.SourceSpec;
import eyas.bridge.node.input.Timebase;
import java.util.List;

/**
 * What quadrotors share whatever their middleware: the sources of state and setpoint, and the
 * observation of tracking errors. Time-outs are those of RAPTOR's PX4 module: angular velocity 10
 * ms, attitude 50 ms, position and velocity 100 ms, setpoint 200 ms.
 */
public final class QuadrotorTracking {
  /** What a quadrotor provides, in this order. */
  public static final List<NamedInput> INPUTS =
      List.of(
          new NamedInput("position", 3, "m", "world"),
          new NamedInput("rotation", 9, "1", "body-to-world"),
          new NamedInput("linear-velocity", 3, "m/s", "world"),
          new NamedInput("body-rates", 3, "rad/s", "body"));

  /** What a flight controller with a rate loop takes, in this order. */
  public static final List<NamedOutput> RATES =
      List.of(
          new NamedOutput("thrust", "1"),
          new NamedOutput("roll-rate", "rad/s"),
          new NamedOutput("pitch-rate", "rad/s"),
          new NamedOutput("yaw-rate", "rad/s"));

  private final Source angularVelocity;
  private final Source attitude;
  private final Source position;
  private final Source velocity;
  private final Source setpoint;
  private final TargetFrame target = new TargetFrame();
  private boolean holding;

  /**
   * Creates the sources.
   *
   * @param settings {@code ~timeout_angular_velocity}, {@code ~timeout_attitude}, {@code
   *     ~timeout_position}, {@code ~timeout_setpoint}, {@code ~max_stamp_age}
   * @param timebase of the node
   */
  public QuadrotorTracking(Settings settings, Timebase timebase) {
    double maxAge = settings.seconds("max_stamp_age", 0.2);
    double positionTimeout = settings.seconds("timeout_position", 0.1);
    angularVelocity =
        new Source(
            SourceSpec.sensor(
                "angular-velocity", 3, settings.seconds("timeout_angular_velocity", 0.01)),
            timebase,
            maxAge);
    attitude =
        new Source(
            SourceSpec.sensor("attitude", 4, settings.seconds("timeout_attitude", 0.05)),
            timebase,
            maxAge);
    position = new Source(SourceSpec.sensor("position", 3, positionTimeout), timebase, maxAge);
    velocity = new Source(SourceSpec.sensor("velocity", 3, positionTimeout), timebase, maxAge);
    setpoint =
        new Source(
            SourceSpec.setpoint("setpoint", 8, settings.seconds("timeout_setpoint", 0.2)),
            timebase,
            maxAge);
  }

  /** Body rates, FLU [rad/s]: 3 values. */
  public Source angularVelocity() {
    return angularVelocity;
  }

  /** Unit quaternion (w, x, y, z), body FLU to world ENU: 4 values. */
  public Source attitude() {
    return attitude;
  }

  /** Position, world ENU [m]: 3 values. */
  public Source position() {
    return position;
  }

  /** Velocity, world ENU [m/s]: 3 values. */
  public Source velocity() {
    return velocity;
  }

  /** Position [m], velocity [m/s], both world ENU, yaw [rad], and 1 if yaw counts: 8 values. */
  public Source setpoint() {
    return setpoint;
  }

  /** All sources. */
  public List<Source> sources() {
    return List.of(angularVelocity, attitude, position, velocity, setpoint);
  }

  /**
   * Writes one of {@link #INPUTS}.
   *
   * @param input index there
   * @param out receives the values from {@code offset} on
   */
  public void write(int input, float[] out, int offset) {
    switch (input) {
      case 0 -> {
        Sample p = position.sample();
        target.positionError(p.value(0), p.value(1), p.value(2), out, offset);
      }
      case 1 -> {
        Sample q = attitude.sample();
        target.rotation(q.value(0), q.value(1), q.value(2), q.value(3), out, offset);
      }
      case 2 -> {
        Sample v = velocity.sample();
        target.velocityError(v.value(0), v.value(1), v.value(2), out, offset);
      }
      default -> angularVelocity.sample().copy(0, 3, out, offset);
    }
  }

  /** The target is where the quadrotor is now, with its heading, at rest. */
  public void hold() {
    Sample p = position.sample();
    Sample q = attitude.sample();
    target.position(p.value(0), p.value(1), p.value(2));
    target.velocity(0, 0, 0);
    target.yaw(heading(q.value(0), q.value(1), q.value(2), q.value(3)));
    holding = true;
  }

  private static double heading(double w, double x, double y, double z) {
    return Math.atan2(2 * (w * z + x * y), 1 - 2 * (y * y + z * z));
  }

  /**
   * Follows the setpoint, or holds from the moment on when it is lost.
   *
   * @param fresh whether the setpoint's sample counts
   */
  public void follow(boolean fresh) {
    if (fresh) {
      Sample s = setpoint.sample();
      target.position(s.value(0), s.value(1), s.value(2));
      target.velocity(s.value(3), s.value(4), s.value(5));
      if (s.value(7) != 0) {
        target.yaw(s.value(6));
      }
      holding = false;
    } else if (!holding) {
      hold();
    }
  }

  /** Stamp of the newest data that a step is based on, on the node's clock [ns]. */
  public long stamp() {
    return angularVelocity.sample().stamp();
  }
}
