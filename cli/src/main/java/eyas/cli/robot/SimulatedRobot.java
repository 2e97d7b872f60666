package eyas.cli.robot;

import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.NodeMain;
import eyas.bridge.link.Quality;
import eyas.bridge.link.Subscriber;
import eyas.bridge.message.mavros_msgs.AttitudeTarget;
import eyas.bridge.message.mavros_msgs.CommandBool;
import eyas.bridge.message.mavros_msgs.CommandBoolResponse;
import eyas.bridge.message.mavros_msgs.SetMode;
import eyas.bridge.message.mavros_msgs.SetModeResponse;

/**
 * A quadrotor with a PX4-like autopilot behind the topics and services of the node {@code mavros},
 * which it takes the name of. Thread {@code robot} advances it in steps of a millisecond, in real
 * time or faster with {@code /clock}. It ignores commands that cannot be flown.
 */
public final class SimulatedRobot implements NodeMain {
  /**
   * Speed of time at most: nobody would keep up with more, and whoever does not tell of its
   * progress needs time to wake up.
   */
  public static final double FASTEST = 10;

  private static final long FIRST_SIMULATED = 1_000_000_000L;

  private final RobotConfig config;
  private final Pace pace;
  private volatile boolean running = true;
  private Thread thread = new Thread();

  /**
   * Creates a robot.
   *
   * @param config what flies where
   * @param speed of time: 1 for real time without {@code /clock}, at most 10
   */
  public SimulatedRobot(RobotConfig config, double speed) {
    this.config = config;
    this.pace = new Pace(speed);
  }

  @Override
  public String defaultName() {
    return "mavros";
  }

  @Override
  public void onStart(ConnectedNode node) {
    node.parameters().set("/use_sim_time", pace.simulated());
    long start = pace.simulated() ? FIRST_SIMULATED : node.clock().nanoseconds();
    Airframe airframe = new Airframe(config, start);
    Autopilot autopilot = new Autopilot(config.quadrotor(), node.log()::info);
    RobotTopics topics = new RobotTopics(node, config, pace.simulated());
    serve(node, autopilot);
    Lockstep lockstep = listen(node, autopilot, airframe);
    thread = new Thread(() -> live(node, airframe, autopilot, topics, lockstep), "robot");
    thread.setDaemon(true);
    thread.start();
    node.log()
        .info(
            "%s stands ready %.1f m above the ground."
                .formatted(config.quadrotor().name(), config.height()));
  }

  private static void serve(ConnectedNode node, Autopilot autopilot) {
    node.newServiceServer(
        "~cmd/arming",
        CommandBool.SERVICE,
        request -> {
          boolean done = autopilot.arm(request.value());
          return new CommandBoolResponse(done, (byte) (done ? 0 : 4));
        });
    node.newServiceServer(
        "~set_mode",
        SetMode.SERVICE,
        request -> new SetModeResponse(autopilot.mode(request.customMode())));
  }

  private static Lockstep listen(ConnectedNode node, Autopilot autopilot, Airframe airframe) {
    CommandFilter filter = new CommandFilter(node.log()::warn);
    Subscriber<AttitudeTarget> commands =
        node.newSubscriber("~setpoint_raw/attitude", AttitudeTarget.TYPE, Quality.COMMAND);
    Lockstep lockstep = new Lockstep(node, commands);
    commands.addListener(
        target -> {
          long now = airframe.state().time();
          filter.accept(target, now).ifPresent(command -> autopilot.command(command, now));
          lockstep.commanded(target);
        });
    return lockstep;
  }

  private void live(
      ConnectedNode node,
      Airframe airframe,
      Autopilot autopilot,
      RobotTopics topics,
      Lockstep lockstep) {
    DelayLine delay = new DelayLine(config.delay());
    long start = airframe.state().time();
    topics.publish(airframe.state(), autopilot, lockstep);
    while (running) {
      airframe.advance(delay.pass(autopilot.decide(airframe.state(), airframe.onGround())));
      long time = airframe.state().time();
      topics.publish(airframe.state(), autopilot, lockstep);
      boolean slow = autopilot.failsafe() || lockstep.alone();
      if (!pace.await(node.clock(), start, time, () -> lockstep.together(time), slow)) {
        return;
      }
    }
  }

  /** Stops the physics. */
  @Override
  public void onShutdown(ConnectedNode node) {
    running = false;
    thread.interrupt();
  }
}
