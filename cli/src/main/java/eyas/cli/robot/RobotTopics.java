package eyas.cli.robot;

import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.Publisher;
import eyas.bridge.link.Quality;
import eyas.bridge.message.Time;
import eyas.bridge.message.mavros_msgs.State;
import eyas.bridge.message.nav_msgs.Odometry;
import eyas.bridge.message.rosgraph_msgs.Clock;
import eyas.bridge.message.sensor_msgs.BatteryState;
import eyas.bridge.message.sensor_msgs.Imu;

/**
 * What the robot tells: IMU at 500 Hz (200 Hz in simulated time), odometry and the truth at 100 Hz,
 * state and battery at 5 and 1 Hz, and {@code /clock} at 200 Hz where time is simulated. Sensor
 * data leave before the clock that makes nodes look at them.
 */
final class RobotTopics {
  private static final int ODOMETRY = 10;
  private static final int CLOCK = 5;
  private static final int STATE = 200;
  private static final int BATTERY = 1000;

  private final int imuPeriod;
  private final boolean simulated;
  private final SensorNoise noise;
  private final Faults faults;
  private final Publisher<Imu> imu;
  private final Publisher<Odometry> odometry;
  private final Publisher<Odometry> truth;
  private final Publisher<State> state;
  private final Publisher<BatteryState> battery;
  private final Publisher<Clock> clock;
  private long steps;
  private double flown;
  private String lastState = "";

  RobotTopics(ConnectedNode node, RobotConfig config, boolean simulated) {
    this.simulated = simulated;
    this.imuPeriod = simulated ? 5 : 2;
    this.noise = new SensorNoise(config.noise(), config.seed());
    this.faults = new Faults(node.log()::warn);
    this.imu = node.newPublisher("~imu/data", Imu.TYPE, Quality.SENSOR);
    this.odometry = node.newPublisher("~local_position/odom", Odometry.TYPE, Quality.SENSOR);
    this.truth = node.newPublisher("ground_truth/odom", Odometry.TYPE, Quality.SENSOR);
    this.state = node.newPublisher("~state", State.TYPE, Quality.LATCHED);
    this.battery = node.newPublisher("~battery", BatteryState.TYPE, Quality.LATCHED);
    this.clock = node.newPublisher("/clock", Clock.TYPE, Quality.COMMAND);
    node.newSubscriber("~fault", eyas.bridge.message.std_msgs.String.TYPE, Quality.QUEUED)
        .addListener(message -> faults.set(message.data()));
  }

  /** Publishes what is due at this millisecond, and says so to those who wait for answers. */
  void publish(BodyState body, Autopilot autopilot, Lockstep lockstep) {
    boolean place = steps % ODOMETRY == 0;
    boolean motion = steps % imuPeriod == 0;
    if (place) {
      lockstep.asks();
    }
    if (place || motion) {
      sense(body, place, motion);
    }
    if (status(body.time(), autopilot)) {
      lockstep.told(body.time());
    }
    if (simulated && steps % CLOCK == 0) {
      clock.publish(new Clock(Time.ofNanoseconds(body.time())));
    }
    steps++;
  }

  private void sense(BodyState body, boolean place, boolean motion) {
    BodyState measured = noise.measured(body);
    if (motion && !faults.mute("imu")) {
      imu.publish(RobotMessages.imu(broken(measured, "imu")));
    }
    if (place) {
      truth.publish(RobotMessages.odometry(body));
      if (!faults.mute("odom")) {
        odometry.publish(RobotMessages.odometry(broken(measured, "odom")));
      }
    }
  }

  private BodyState broken(BodyState measured, String sensor) {
    return faults.broken(sensor) ? RobotMessages.broken(measured) : measured;
  }

  private boolean status(long time, Autopilot autopilot) {
    flown += autopilot.armed() ? 1e-3 : 0;
    String now = autopilot.mode() + " " + autopilot.armed() + " " + autopilot.failsafe();
    boolean due = steps % STATE == 0 || !now.equals(lastState);
    if (due) {
      lastState = now;
      state.publish(RobotMessages.state(autopilot, time));
    }
    if (steps % BATTERY == 0) {
      battery.publish(RobotMessages.battery(time, flown));
    }
    return due;
  }
}
