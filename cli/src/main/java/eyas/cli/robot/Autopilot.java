package eyas.cli.robot;

import eyas.assets.robot.QuadrotorParameters;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a PX4-like autopilot decides: arming, modes, and what happens when commands from outside
 * stop. As in PX4, {@code OFFBOARD} is taken only while commands stream at more than 2 Hz. In it
 * the last command counts for half a second; then the robot holds its place, and after five more
 * seconds it lands. Commands that return in time are followed again. Safe for use by several
 * threads.
 */
final class Autopilot {
  /** Age at which a command from outside no longer counts [ns]. */
  static final long COMMAND_TIMEOUT = 500_000_000L;

  private static final long HOLD_TIME = 5_000_000_000L;
  private static final long LANDED_TIME = 1_000_000_000L;
  private static final double TAKEOFF_HEIGHT = 1;
  private static final double DESCENT = -0.5;
  private static final double CLOSE = 0.1;
  private static final double RESTING = 0.1;

  private final HoldController hold;
  private final Consumer<String> say;
  private FlightMode mode = FlightMode.MANUAL;
  private boolean armed;
  private boolean failsafe;
  private boolean onGround = true;
  private long now;
  private long entered;
  private long lastCommand;
  private long streamed;
  private long moving;
  private boolean anchored;
  private RateCommand command = RateCommand.IDLE;
  private final double[] target = new double[3];
  private double heading;

  Autopilot(QuadrotorParameters quadrotor, Consumer<String> say) {
    this.hold = new HoldController(quadrotor);
    this.say = say;
  }

  /** Whether the rotors turn. */
  synchronized boolean armed() {
    return armed;
  }

  /** The mode. */
  synchronized FlightMode mode() {
    return mode;
  }

  /** Whether commands from outside are missing in {@code OFFBOARD}. */
  synchronized boolean failsafe() {
    return failsafe;
  }

  /** Arms or disarms; refuses to disarm in flight. Returns whether it did. */
  synchronized boolean arm(boolean wanted) {
    if (armed && !wanted && !onGround) {
      say.accept("Disarming was refused: the robot flies. Set AUTO.LAND first.");
      return false;
    }
    if (armed != wanted) {
      say.accept(wanted ? "armed" : "disarmed");
      armed = wanted;
      enter(wanted ? mode : FlightMode.MANUAL);
    }
    return true;
  }

  /** Changes the mode; returns whether it did. */
  synchronized boolean mode(String name) {
    Optional<FlightMode> wanted = FlightMode.of(name);
    if (wanted.isEmpty()) {
      say.accept("There is no mode '" + name + "'; there is " + known() + ".");
      return false;
    }
    if (wanted.get() == FlightMode.MANUAL && armed && !onGround) {
      say.accept("MANUAL was refused: the robot flies, and nobody holds a remote control.");
      return false;
    }
    if (wanted.get() == FlightMode.OFFBOARD && mode != FlightMode.OFFBOARD && !streaming()) {
      say.accept(
          "OFFBOARD was refused: commands do not stream in at more than 2 Hz. Send them first.");
      return false;
    }
    if (wanted.get() != mode) {
      say.accept("mode " + name);
      enter(wanted.get());
    }
    return true;
  }

  // two commands at least, none missing for longer than one counts
  private boolean streaming() {
    return fresh() && lastCommand > streamed;
  }

  private boolean fresh() {
    return lastCommand > 0 && now - lastCommand <= COMMAND_TIMEOUT;
  }

  private static String known() {
    return String.join(", ", Arrays.stream(FlightMode.values()).map(FlightMode::text).toList());
  }

  private void enter(FlightMode next) {
    mode = next;
    entered = now;
    moving = now;
    anchored = false;
    failsafe = false;
  }

  /** Takes a command from outside that has been found valid. */
  synchronized void command(RateCommand given, long time) {
    command = given;
    streamed = lastCommand == 0 || time - lastCommand > COMMAND_TIMEOUT ? time : streamed;
    lastCommand = time;
  }

  /**
   * Decides for the next millisecond.
   *
   * @return what the rate loop is told, or nothing while disarmed
   */
  synchronized Optional<RateCommand> decide(BodyState body, boolean touched) {
    now = body.time();
    onGround = touched;
    if (!armed) {
      return Optional.empty();
    }
    return Optional.of(
        switch (mode) {
          case MANUAL -> RateCommand.IDLE;
          case OFFBOARD -> offboard(body);
          case LAND -> land(body);
          case LOITER -> touched ? RateCommand.IDLE : stay(body);
          case TAKEOFF -> takeOff(body);
        });
  }

  private RateCommand offboard(BodyState body) {
    if (fresh()) {
      if (failsafe) {
        say.accept("Commands are back; following them again.");
      }
      failsafe = false;
      anchored = false;
      return command;
    }
    if (!failsafe) {
      failsafe = true;
      entered = now;
      say.accept("Failsafe: no command for 0.5 s; holding this place, landing in 5 s.");
    }
    if (now - entered > HOLD_TIME && !onGround) {
      say.accept("Failsafe: still no commands; landing. Set OFFBOARD again when they are back.");
      enter(FlightMode.LAND);
      return land(body);
    }
    return onGround ? RateCommand.IDLE : stay(body);
  }

  private RateCommand stay(BodyState body) {
    anchor(body);
    return hold.toward(body, target, Double.NaN, heading);
  }

  private void anchor(BodyState body) {
    if (!anchored) {
      System.arraycopy(body.position(), 0, target, 0, 3);
      heading = body.attitude().yaw();
      anchored = true;
    }
  }

  private RateCommand takeOff(BodyState body) {
    if (!anchored) {
      anchor(body);
      target[2] = Math.max(TAKEOFF_HEIGHT, body.position()[2]);
    }
    if (Math.abs(body.position()[2] - target[2]) < CLOSE && body.speed() < CLOSE) {
      mode = FlightMode.LOITER;
      say.accept("mode AUTO.LOITER: take-off is over");
    }
    return hold.toward(body, target, Double.NaN, heading);
  }

  private RateCommand land(BodyState body) {
    anchor(body);
    if (!onGround || body.speed() > RESTING) {
      moving = now;
    }
    if (now - moving > LANDED_TIME) {
      say.accept("landed");
      arm(false);
      return RateCommand.IDLE;
    }
    return onGround ? RateCommand.IDLE : hold.toward(body, target, DESCENT, heading);
  }
}
