package eyas.cli.robot;

import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.NodeConfiguration;
import eyas.bridge.link.NodeRunner;
import eyas.bridge.link.Publisher;
import eyas.bridge.link.Quality;
import eyas.bridge.message.geometry_msgs.Quaternion;
import eyas.bridge.message.geometry_msgs.Vector3;
import eyas.bridge.message.mavros_msgs.AttitudeTarget;
import eyas.bridge.message.mavros_msgs.CommandBool;
import eyas.bridge.message.mavros_msgs.CommandBoolRequest;
import eyas.bridge.message.mavros_msgs.SetMode;
import eyas.bridge.message.mavros_msgs.SetModeRequest;
import eyas.bridge.message.mavros_msgs.State;
import eyas.bridge.message.nav_msgs.Odometry;
import eyas.bridge.message.sensor_msgs.Imu;
import eyas.bridge.ros1.master.RosMaster;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Predicate;

/** Flies a simulated robot over its topics, in simulated time: answers every odometry message. */
final class TestPilot implements AutoCloseable {
  private static final double STREAM = 0.1;

  private final RosMaster master = new RosMaster("127.0.0.1", 0);
  private final ConnectedNode robot;
  private final ConnectedNode pilot;
  private final Publisher<AttitudeTarget> commands;
  private volatile Function<BodyState, Optional<AttitudeTarget>> answer = body -> Optional.empty();
  private volatile Optional<State> state = Optional.empty();
  private volatile Optional<Imu> imu = Optional.empty();
  private Optional<BodyState> odometry = Optional.empty();

  TestPilot(RobotConfig config) {
    this(config, SimulatedRobot.FASTEST);
  }

  TestPilot(RobotConfig config, double speed) {
    // first, so that it misses nothing
    pilot = NodeRunner.provider("ros1").connect(configuration("pilot"));
    commands =
        pilot.newPublisher("/mavros/setpoint_raw/attitude", AttitudeTarget.TYPE, Quality.COMMAND);
    pilot
        .newSubscriber("/mavros/state", State.TYPE, Quality.LATCHED)
        .addListener(message -> state = Optional.of(message));
    pilot
        .newSubscriber("/mavros/imu/data", Imu.TYPE, Quality.SENSOR)
        .addListener(message -> imu = Optional.of(message));
    pilot
        .newSubscriber("/mavros/local_position/odom", Odometry.TYPE, Quality.SENSOR)
        .addListener(message -> sense(RobotMessages.state(message)));
    robot =
        NodeRunner.start(
            NodeRunner.provider("ros1"),
            new SimulatedRobot(config, speed),
            configuration("mavros"));
  }

  private NodeConfiguration configuration(String name) {
    return new NodeConfiguration(
        name, List.of(), Map.of("ROS_MASTER_URI", master.uri().toString(), "ROS_IP", "127.0.0.1"));
  }

  private synchronized void sense(BodyState body) {
    odometry = Optional.of(body);
    answer.apply(body).ifPresent(commands::publish);
    notifyAll();
  }

  /** Waits for odometry that fulfils a condition. */
  synchronized BodyState until(Predicate<BodyState> condition) throws InterruptedException {
    while (odometry.filter(condition).isEmpty()) {
      wait();
    }
    return odometry.orElseThrow();
  }

  /** Waits for so many seconds of simulated time. */
  BodyState after(double seconds) throws InterruptedException {
    long start = until(body -> true).time();
    return until(body -> body.time() >= start + (long) (seconds * 1e9));
  }

  /** Answers odometry from now on. */
  void answer(Function<BodyState, Optional<AttitudeTarget>> function) {
    answer = function;
  }

  boolean arm(boolean wanted) throws InterruptedException {
    try (var client = pilot.newServiceClient("/mavros/cmd/arming", CommandBool.SERVICE)) {
      return client.call(new CommandBoolRequest(wanted)).get().success();
    } catch (ExecutionException failure) {
      throw new AssertionError(failure);
    }
  }

  boolean mode(String name) throws InterruptedException {
    try (var client = pilot.newServiceClient("/mavros/set_mode", SetMode.SERVICE)) {
      return client.call(new SetModeRequest((byte) 0, name)).get().modeSent();
    } catch (ExecutionException failure) {
      throw new AssertionError(failure);
    }
  }

  /** Waits for a state that fulfils a condition; state is sent at 5 Hz. */
  State untilState(Predicate<State> condition) throws InterruptedException {
    until(body -> state.filter(condition).isPresent());
    return state.orElseThrow();
  }

  Imu imu() {
    return imu.orElseThrow();
  }

  /** Takes off by the autopilot and hovers. */
  void takeOff() throws InterruptedException {
    arm(true);
    mode("AUTO.TAKEOFF");
    untilState(now -> now.mode().equals("AUTO.LOITER"));
  }

  /** Hands over to its own answers: asks until they stream and the autopilot takes the mode. */
  void offboard() throws InterruptedException {
    after(STREAM);
    while (!mode("OFFBOARD")) {
      after(STREAM);
    }
  }

  static AttitudeTarget rates(BodyState body, double thrust, double x, double y, double z) {
    return new AttitudeTarget(
        RobotMessages.header(body.time(), "base_link"),
        (byte) 128,
        new Quaternion(0, 0, 0, 1),
        new Vector3(x, y, z),
        (float) thrust);
  }

  @Override
  public void close() {
    pilot.close();
    robot.close();
    master.close();
  }
}
