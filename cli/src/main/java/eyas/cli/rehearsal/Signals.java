package eyas.cli.rehearsal;

import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.Publisher;
import eyas.bridge.link.Quality;
import eyas.bridge.message.geometry_msgs.Point;
import eyas.bridge.message.geometry_msgs.Vector3;
import eyas.bridge.message.mavros_msgs.PositionTarget;
import eyas.bridge.message.std_msgs.Bool;
import eyas.bridge.message.std_msgs.Int64MultiArray;
import eyas.bridge.node.Progress;
import eyas.cli.robot.Patience;
import eyas.cli.robot.RobotMessages;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;

/**
 * What the operator sends without pause: setpoints at 100 Hz and, while the policy may act, the
 * enable signal at 20 Hz. A thread of its own, so that waiting for something never stops it. With
 * simulated time it tells on {@code ~progress} how far it has come, once the policy has heard it.
 */
final class Signals implements AutoCloseable {
  private static final long PERIOD = 10_000_000L;
  private static final int ENABLE = 5;
  private static final double SECONDS = 4;
  private static final long NAP = 50_000L;
  private static final short POSITION_VELOCITY_YAW =
      PositionTarget.IGNORE_AFX
          | PositionTarget.IGNORE_AFY
          | PositionTarget.IGNORE_AFZ
          | PositionTarget.IGNORE_YAW_RATE;

  private final ConnectedNode node;
  private final Publisher<PositionTarget> setpoint;
  private final Publisher<Bool> enable;
  private final Publisher<Int64MultiArray> progress;
  private final Watch watch;
  private final Patience patience;
  private final Lock going = new ReentrantLock();
  private final Thread thread;
  private volatile LongFunction<Reference> course;
  private volatile boolean enabled;
  private volatile boolean wasEnabled;
  private volatile boolean running = true;
  private long enableSent;

  /**
   * Starts to send setpoints.
   *
   * @param course the reference at a time on the node's clock [ns]
   * @param watch knows what the policy has heard
   */
  Signals(ConnectedNode node, LongFunction<Reference> course, Watch watch) {
    this.node = node;
    this.watch = watch;
    this.patience = new Patience("the policy to hear the operator", SECONDS, node.log()::warn);
    this.progress = node.newPublisher("~progress", Int64MultiArray.TYPE, Quality.COMMAND);
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
      renew(tick, now);
      next = Math.max(next + PERIOD, now / PERIOD * PERIOD);
      if (node.clock().simulated() && heard(now)) {
        tell(next);
      }
    }
  }

  // false when the thread is to end
  private boolean heard(long setpointSent) {
    while (!patience.over(watch.policyHeard(setpointSent, enableSent))) {
      if (!running) {
        return false;
      }
      LockSupport.parkNanos(NAP);
    }
    return true;
  }

  private void tell(long next) {
    going.lock();
    try {
      progress.publish(Progress.of(next).message());
    } finally {
      going.unlock();
    }
  }

  /** Does something while simulated time stands still, but for a period or two. */
  void still(Runnable work) {
    going.lock();
    try {
      work.run();
    } finally {
      going.unlock();
    }
  }

  // a released signal is said once; silence says the same
  private void renew(int tick, long now) {
    boolean on = enabled;
    if (on && (tick % ENABLE == 0 || !wasEnabled)) {
      enable.publish(new Bool(true));
      enableSent = now;
    } else if (!on && wasEnabled) {
      enable.publish(new Bool(false));
      enableSent = now;
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

  @Override
  public void close() {
    running = false;
    thread.interrupt();
  }
}
