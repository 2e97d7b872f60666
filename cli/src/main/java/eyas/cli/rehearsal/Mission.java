package eyas.cli.rehearsal;

import eyas.bridge.link.ConnectedNode;
import eyas.cli.robot.BodyState;
import eyas.cli.run.RunException;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Plays the operator: waits for robot and policy, arms, takes off by the autopilot, hands over to
 * the policy, flies the course from setpoints, takes back and lands.
 */
public final class Mission implements AutoCloseable {
  private static final double PATIENCE = 120;
  private static final double CLIMB = 20;
  private static final double TAKEOVER = 10;
  private static final double LANDING = 30;
  private static final double LOST = 2;
  private static final long PERIOD = 10_000_000L;
  private static final long FAULT_PATIENCE = 2_000_000_000L;

  private final Operator operator;
  private final Watch watch;
  private final Signals signals;
  private final FlightLog log = new FlightLog();
  private final Consumer<String> say;
  private final Supplier<Optional<String>> policyEnded;
  private volatile Course course;
  private volatile long start = Long.MAX_VALUE;

  /**
   * Connects the operator.
   *
   * @param node the operator's node; stays open
   * @param course what is flown
   * @param policyEnded says why the policy's process has ended, if it has
   * @param say tells people what happens
   */
  public Mission(
      ConnectedNode node,
      Course course,
      Supplier<Optional<String>> policyEnded,
      Consumer<String> say) {
    this.course = course;
    this.policyEnded = policyEnded;
    this.say = say;
    this.operator = new Operator(node);
    this.watch = new Watch(node, log);
    this.signals = new Signals(node, time -> course.at(0), watch);
    watch.count(() -> start != Long.MAX_VALUE && watch.active());
  }

  /** What was seen. */
  public FlightLog log() {
    return log;
  }

  Operator operator() {
    return operator;
  }

  Watch watch() {
    return watch;
  }

  Signals signals() {
    return signals;
  }

  /** What the policy says of itself. */
  public String policyInfo() {
    return watch.info();
  }

  /**
   * Waits until robot and policy are there.
   *
   * @param real whether a robot that is not simulated may be flown
   */
  public void meet(boolean real) {
    require(PATIENCE, () -> watch.connected() && watch.hasOdometry(), "the robot's state");
    require(PATIENCE, () -> !watch.policy().isEmpty(), "the policy node's ~state");
    if (!watch.simulated() && !real) {
      throw new RunException(
          "The robot on this master is not a simulated one. If its pilot stands by and the space is"
              + " clear, fly it with --real.");
    }
    say.accept("robot and policy are there: " + watch.policy());
  }

  // before the flight only the wall clock is sure to run
  private void require(double seconds, BooleanSupplier condition, String what) {
    long end = System.nanoTime() + (long) (seconds * 1e9);
    while (!condition.getAsBoolean()) {
      policyEnded.get().ifPresent(Mission::fail);
      if (System.nanoTime() > end) {
        fail("Nothing came of %s in %.0f s.".formatted(what, seconds));
      }
      LockSupport.parkNanos(PERIOD);
    }
  }

  private static void fail(String reason) {
    throw new RunException(reason);
  }

  /** Arms and climbs to the course's height by the autopilot. */
  public void takeOff() {
    operator.arm(true);
    operator.mode("AUTO.TAKEOFF");
    step(CLIMB, () -> watch.mode("AUTO.LOITER"), "The robot has not taken off");
    double[] place = watch.body().orElseThrow().position();
    course = course.around(place[0], place[1]);
    Course here = course;
    signals.follow(time -> here.at(0));
    say.accept("took off");
  }

  /** Lets the policy fly; the autopilot takes OFFBOARD only while the policy's commands come. */
  public void handOver() {
    signals.enable(true);
    boolean offboard =
        operator.insists("OFFBOARD", TAKEOVER, () -> alive() && watch.mode("OFFBOARD"));
    if (!offboard) {
      fail(
          "The robot has not taken OFFBOARD within %.0f s; it is in %s, the policy says '%s'."
              .formatted(TAKEOVER, watch.words(), watch.policy()));
    }
    step(TAKEOVER, watch::active, "The policy has not taken over");
    say.accept("the policy flies");
  }

  /** Flies the course and records it. */
  public void flyCourse() {
    Course here = course;
    long begin = operator.clock().nanoseconds();
    start = begin;
    signals.follow(time -> here.at((time - begin) / 1e9));
    long next = begin;
    Course.Part last = Course.Part.SETTLE;
    while (last != Course.Part.OVER) {
      next += PERIOD;
      long due = next;
      operator.await(1, () -> alive() && operator.clock().nanoseconds() >= due);
      Course.Part now = record(here, begin);
      if (now != last) {
        say.accept("course: " + now);
      }
      last = now;
    }
    start = Long.MAX_VALUE;
    signals.follow(time -> here.at(here.duration()));
  }

  private Course.Part record(Course here, long begin) {
    alive();
    BodyState body = watch.body().orElseThrow();
    double time = (body.time() - begin) / 1e9;
    Course.Part part = here.part(time);
    FlightLog.Sample sample = new FlightLog.Sample(time, part, here.at(time), body);
    log.add(sample);
    if (!watch.active()) {
      fail("The policy has let go in flight: " + watch.policy());
    }
    if (!(sample.error() < LOST)) {
      fail("The robot is lost: %.1f m from its course.".formatted(sample.error()));
    }
    return part;
  }

  /** Takes back from the policy, lands and disarms. */
  public void land() {
    operator.mode("AUTO.LAND");
    signals.enable(false);
    step(LANDING, () -> !watch.armed(), "The robot has not landed");
    say.accept("landed");
  }

  /** Whether the robot is armed. */
  public boolean flies() {
    return watch.armed() && !watch.silent();
  }

  /** Waits for a condition of the flight; robot and policy must live. */
  void step(double seconds, BooleanSupplier condition, String failure) {
    boolean done = operator.await(seconds, () -> alive() && condition.getAsBoolean());
    if (!done) {
      fail(
          "%s within %.0f s; the robot is in %s, the policy says '%s'."
              .formatted(failure, seconds, watch.words(), watch.policy()));
    }
  }

  /** Makes a sensor of a simulated robot fail, and waits for a moment until the robot says so. */
  void fault(String text) {
    long end = System.nanoTime() + FAULT_PATIENCE;
    operator.fault(text);
    while (!watch.fault().equals(text) && System.nanoTime() < end) {
      LockSupport.parkNanos(PERIOD / 20);
    }
  }

  /** Waits while the policy hovers. */
  void hover(double seconds) {
    operator.await(seconds, () -> !alive());
  }

  // true, or an error
  private boolean alive() {
    policyEnded.get().ifPresent(Mission::fail);
    if (watch.silent()) {
      fail("The robot is gone: its odometry does not come any more.");
    }
    return true;
  }

  @Override
  public void close() {
    signals.close();
  }
}
