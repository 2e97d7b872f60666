package eyas.cli.bridge;

import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.Publisher;
import eyas.bridge.link.Quality;
import eyas.bridge.message.MessageOutput;
import eyas.bridge.message.mavros_msgs.AttitudeTarget;
import eyas.bridge.message.mavros_msgs.State;
import eyas.bridge.message.nav_msgs.Odometry;
import eyas.bridge.message.sensor_msgs.Imu;
import eyas.bridge.message.std_msgs.Bool;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Publishes what a hovering quadrotor behind MAVROS would: IMU at the loop's rate, odometry at a
 * fifth of it, state and enable signal ten times a second. It stands still: the bench measures
 * time, not flight. Allocates nothing while it runs.
 */
final class BenchVehicle implements AutoCloseable {
  private static final long BILLION = 1_000_000_000L;
  private static final int ODOMETRY = 5;

  private final ConnectedNode node;
  private final long period;
  private final Publisher<Imu> imu;
  private final Publisher<Odometry> odometry;
  private final Publisher<State> state;
  private final Publisher<Bool> enable;
  private final AtomicLong commands = new AtomicLong();
  private final Thread thread;
  private volatile boolean running = true;

  BenchVehicle(ConnectedNode node, int rate, String policy) {
    this.node = node;
    this.period = BILLION / rate;
    this.imu = node.newPublisher("mavros/imu/data", Imu.TYPE, Quality.COMMAND);
    this.odometry = node.newPublisher("mavros/local_position/odom", Odometry.TYPE, Quality.COMMAND);
    this.state = node.newPublisher("mavros/state", State.TYPE, Quality.COMMAND);
    this.enable = node.newPublisher(policy + "/enable", Bool.TYPE, Quality.COMMAND);
    node.newSubscriber("mavros/setpoint_raw/attitude", AttitudeTarget.TYPE, Quality.SENSOR)
        .addReader(in -> commands.incrementAndGet());
    this.thread = new Thread(() -> run(rate), "eyas-bench-vehicle");
    thread.setDaemon(true);
    thread.start();
  }

  /** Commands that have come in. */
  long commands() {
    return commands.get();
  }

  private void run(int rate) {
    long next = System.nanoTime();
    int slow = Math.max(1, rate / 10);
    for (long tick = 0; running; tick++) {
      imu.write(this::imu);
      if (tick % ODOMETRY == 0) {
        odometry.write(this::odometry);
      }
      if (tick % slow == 0) {
        state.write(this::state);
        enable.write(out -> out.bool(true));
      }
      next = Math.max(next + period, System.nanoTime() - BILLION);
      LockSupport.parkNanos(next - System.nanoTime());
    }
  }

  private void header(MessageOutput out, String frame) {
    long now = node.clock().nanoseconds();
    out.sequence(0);
    out.time((int) (now / BILLION), (int) (now % BILLION));
    out.string(frame);
  }

  private static void upright(MessageOutput out) {
    zeros(out, 3);
    out.float64(1);
  }

  private static void zeros(MessageOutput out, int count) {
    for (int i = 0; i < count; i++) {
      out.float64(0);
    }
  }

  private void imu(MessageOutput out) {
    header(out, "base_link");
    upright(out);
    zeros(out, 9 + 3 + 9 + 3 + 9);
  }

  private void odometry(MessageOutput out) {
    header(out, "map");
    out.string("base_link");
    zeros(out, 3);
    upright(out);
    zeros(out, 36 + 6 + 36);
  }

  private void state(MessageOutput out) {
    header(out, "");
    out.bool(true);
    out.bool(true);
    out.bool(true);
    out.bool(false);
    out.string("OFFBOARD");
    out.int8((byte) 4);
  }

  @Override
  public void close() {
    running = false;
    LockSupport.unpark(thread);
    node.close();
  }
}
