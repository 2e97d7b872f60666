package eyas.cli.rehearsal;

import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.Publisher;
import eyas.bridge.link.Quality;
import eyas.bridge.message.geometry_msgs.Point;
import eyas.bridge.message.geometry_msgs.Vector3;
import eyas.bridge.message.mavros_msgs.PositionTarget;
import eyas.bridge.message.std_msgs.Bool;
import eyas.cli.robot.RobotMessages;
import java.util.function.LongFunction;

/**
 * What the operator sends without pause: setpoints at 100 Hz and, while the policy may act, the
 * enable signal at 20 Hz. A thread of its own, so that waiting for something never stops it.
 */
final class Signals implements AutoCloseable {
  private static final long PERIOD = 10_000_000L;
  private static final int ENABLE = 5;
  private static final short POSITION_VELOCITY_YAW =
      PositionTarget.IGNORE_AFX
          | PositionTarget.IGNORE_AFY
          | PositionTarget.IGNORE_AFZ
          | PositionTarget.IGNORE_YAW_RATE;

  private final ConnectedNode node;
  private final Publisher<PositionTarget> setpoint;
  private final Publisher<Bool> enable;
  private final Thread thread;
  private volatile LongFunction<Reference> course;
  private volatile boolean enabled;
  private volatile boolean wasEnabled;
  private volatile boolean running = true;
  private volatile long reached;

  /**
   * Starts to send setpoints.
   *
   * @param course the reference at a time on the node's clock [ns]
   */
  Signals(ConnectedNode node, LongFunction<Reference> course) {
    this.node = node;
    this.course = course;
    this.setpoint = node.newPublisher("policy/setpoint", PositionTarget.TYPE, Quality.COMMAND);
    this.enable = node.newPublisher("policy/enable", Bool.TYPE, Quality.COMMAND);
    this.thread = new Thread(this::send, "operator");
    thread.setDaemon(true);
    thread.start();
  }

  private void send() {
    long next = (node.clock().nanoseconds() / PERIOD + 1) * PERIOD;
    for (int tick = 0; running; tick++) {
      if (!node.clock().sleepUntil(next)) {
        return;
      }
      long now = node.clock().nanoseconds();
      setpoint.publish(message(course.apply(now), now));
      renew(tick);
      reached = now;
      next = Math.max(next + PERIOD, now / PERIOD * PERIOD);
    }
  }

  // a released signal is said once; silence says the same
  private void renew(int tick) {
    boolean on = enabled;
    if (on && (tick % ENABLE == 0 || !wasEnabled)) {
      enable.publish(new Bool(true));
    } else if (!on && wasEnabled) {
      enable.publish(new Bool(false));
    }
    wasEnabled = on;
  }

  private static PositionTarget message(Reference reference, long now) {
    double[] p = reference.position();
    double[] v = reference.velocity();
    return new PositionTarget(
        RobotMessages.header(now, "map"),
        PositionTarget.FRAME_LOCAL_NED,
        POSITION_VELOCITY_YAW,
        new Point(p[0], p[1], p[2]),
        new Vector3(v[0], v[1], v[2]),
        new Vector3(0, 0, 0),
        (float) reference.yaw(),
        0);
  }

  /** Follows another course from now on. */
  void follow(LongFunction<Reference> other) {
    course = other;
  }

  /** The reference at a time [ns]. */
  Reference reference(long time) {
    return course.apply(time);
  }

  /** Holds or releases the enable signal. */
  void enable(boolean held) {
    enabled = held;
  }

  /** The time up to which signals were sent [ns]. */
  long reached() {
    return reached;
  }

  @Override
  public void close() {
    running = false;
    thread.interrupt();
  }
}
