package eyas.cli.rehearsal;

import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.Quality;
import eyas.bridge.link.Subscriber;
import eyas.bridge.message.nav_msgs.Odometry;
import eyas.cli.robot.BodyState;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Breaks things while the policy hovers, one after the other, and looks whether the robot stays
 * safe and the policy comes back: master restarted, sensor silent, numbers missing, enable signal
 * released.
 */
final class FaultFlight {
  private static final double OBSERVED = 3;
  private static final double COMEBACK = 5;
  private static final double RELEASED = 0.5;
  private static final double SETTLE = 4;
  private static final double LEAST_HEIGHT = 0.3;
  private static final double MOST_EXCURSION = 1.5;
  private static final double MOST_REACTION = 0.5;
  private static final int LATE_SECONDS = 20;

  private final Mission mission;
  private final Master master;
  private final ConnectedNode node;
  private final Consumer<String> say;

  /** What is broken, and whether the policy must let go. */
  private record Fault(String name, boolean mustLetGo, Runnable begin, Runnable end) {
    /** A sensor's fault. */
    static Fault of(String name, String fault, Mission mission) {
      return new Fault(
          name, true, () -> mission.fault(fault), () -> mission.operator().fault("clear"));
    }
  }

  FaultFlight(Mission mission, Master master, ConnectedNode node, Consumer<String> say) {
    this.mission = mission;
    this.master = master;
    this.node = node;
    this.say = say;
  }

  /** Flies all faults; the policy is in control before and after each. */
  List<FaultResult> fly() {
    Operator operator = mission.operator();
    List<Fault> faults =
        List.of(
            new Fault("master restarted", false, master::restart, () -> {}),
            Fault.of("odometry stops", "mute odom", mission),
            Fault.of("imu stops", "mute imu", mission),
            Fault.of("odometry not finite", "nan odom", mission),
            new Fault(
                "enable signal released",
                true,
                () -> mission.signals().enable(false),
                () -> mission.signals().enable(true)));
    List<FaultResult> results = new ArrayList<>();
    for (Fault fault : faults) {
      mission.hover(SETTLE);
      say.accept("fault: " + fault.name());
      mission.log().event(operator.clock().nanoseconds(), "fault: " + fault.name());
      FaultResult result = fly(fault);
      results.add(result);
      say.accept("  " + (result.safe() ? "safe" : "NOT SAFE") + ", " + result.recovery());
    }
    mission.hover(SETTLE);
    return results;
  }

  private FaultResult fly(Fault fault) {
    Watch watch = mission.watch();
    AtomicReference<Excursion> begun = new AtomicReference<>();
    Runnable begin =
        () -> {
          begun.set(new Excursion(watch.body().orElseThrow(), watch));
          fault.begin().run();
        };
    if (fault.mustLetGo()) {
      // the time until it lets go counts from here
      mission.signals().still(begin);
    } else {
      begin.run();
    }
    Excursion excursion = begun.get();
    mission.operator().await(OBSERVED, excursion::grew);
    boolean stopped = Double.isFinite(excursion.letGo());
    String said = stopped ? watch.reason() : watch.policy();
    fault.end().run();
    String recovery = recover(excursion);
    boolean heard = heardByLatecomer();
    boolean back = watch.active() && heard;
    boolean safe =
        back
            && excursion.lowest() > LEAST_HEIGHT
            && excursion.largest() < MOST_EXCURSION
            && (!fault.mustLetGo() || excursion.letGo() <= MOST_REACTION);
    return new FaultResult(
        fault.name(),
        safe,
        excursion.letGo(),
        excursion.largest(),
        excursion.lowest(),
        heard ? recovery : "a new subscriber hears nothing",
        said);
  }

  private String recover(Excursion excursion) {
    Watch watch = mission.watch();
    if (watch.active() || comesBack(excursion)) {
      return Double.isFinite(excursion.letGo()) ? "came back by itself" : "went on";
    }
    mission.signals().enable(false);
    mission.operator().await(RELEASED, excursion::grew);
    mission.signals().enable(true);
    if (comesBack(excursion)) {
      return "came back when the operator enabled it again";
    }
    // the autopilot may have begun to land
    boolean offboard = mission.operator().tries("OFFBOARD");
    return offboard && comesBack(excursion)
        ? "came back after OFFBOARD was set again"
        : "did not come back";
  }

  private boolean comesBack(Excursion excursion) {
    Watch watch = mission.watch();
    return mission
        .operator()
        .await(
            COMEBACK,
            () -> {
              excursion.grew();
              return watch.active();
            });
  }

  // whoever subscribes now must find the robot: it is registered
  private boolean heardByLatecomer() {
    CountDownLatch heard = new CountDownLatch(1);
    try (Subscriber<Odometry> late =
        node.newSubscriber("mavros/local_position/odom", Odometry.TYPE, Quality.SENSOR)) {
      late.addListener(message -> heard.countDown());
      return heard.await(LATE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** How far a robot gets from where it was. */
  private static final class Excursion {
    private final Reference place;
    private final long start;
    private final Watch watch;
    private double largest;
    private double lowest = Double.MAX_VALUE;
    private double letGo = Double.NaN;

    Excursion(BodyState body, Watch watch) {
      this.place = new Reference(body.position(), new double[3], 0);
      this.start = body.time();
      this.watch = watch;
    }

    /** Looks again; always false, so that it can be waited with. */
    boolean grew() {
      BodyState body = watch.body().orElseThrow();
      largest = Math.max(largest, place.distance(body.position()));
      lowest = Math.min(lowest, body.position()[2]);
      if (!watch.inControl() && Double.isNaN(letGo)) {
        letGo = (watch.letGo(body.time()) - start) / 1e9;
      }
      return false;
    }

    double largest() {
      return largest;
    }

    double lowest() {
      return lowest;
    }

    double letGo() {
      return letGo;
    }
  }
}
