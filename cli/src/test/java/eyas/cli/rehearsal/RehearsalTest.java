package eyas.cli.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eyas.assets.policy.PolicyBundle;
import eyas.assets.robot.NamedQuadrotors;
import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.NodeConfiguration;
import eyas.bridge.link.NodeRunner;
import eyas.bridge.message.mavros_msgs.AttitudeTarget;
import eyas.bridge.message.mavros_msgs.PositionTarget;
import eyas.bridge.message.nav_msgs.Odometry;
import eyas.bridge.message.sensor_msgs.Imu;
import eyas.bridge.message.std_msgs.Bool;
import eyas.cli.robot.RobotConfig;
import eyas.cli.robot.SimulatedRobot;
import eyas.cli.run.GateException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped policy over topics, in simulated time, with the master of this process. */
class RehearsalTest {
  private static final Path POLICIES = Path.of("..", "assets", "policies");
  private static final long SEED = 11;
  private static final Course SHORT = new Course(0, 0, 1, 2, 1, 10);

  private static Deployment deployment(String policy, Course course, String... arguments) {
    return new Deployment(
        POLICIES.resolve(policy), course, Limits.STANDARD, true, List.of(arguments));
  }

  private static RobotConfig robot() {
    return new RobotConfig(NamedQuadrotors.get("x500"), 1, 0.005, 0, 0, 3);
  }

  private static ConnectedNode robot(Master master, String... arguments) {
    return NodeRunner.start(
        NodeRunner.provider("ros1"),
        new SimulatedRobot(robot(), SimulatedRobot.FASTEST),
        new NodeConfiguration("mavros", List.of(arguments), master.environment()));
  }

  private static FlightOutcome fly(Deployment deployment, boolean faults) {
    return new Rehearsal(robot(), SimulatedRobot.FASTEST, deployment, false, faults)
        .fly(System.out::println);
  }

  @Test
  void hoversAndFliesAFigureEight(@TempDir Path folder) throws Exception {
    FlightOutcome outcome = fly(deployment("student-rates", SHORT), false);
    assertThat(outcome.values()).as("%s", outcome.log().events()).containsEntry("flew", true);
    assertThat(outcome.figures().hoverError()).isBetween(1e-4, 0.1);
    assertThat(outcome.figures().eightError()).isBetween(1e-4, 0.15);
    assertThat(outcome.figures().commands()).isGreaterThan(1000);
    FlightReport.write(folder, "rehearsal", outcome);
    assertThat(Files.readString(folder.resolve("report.html")))
        .contains("It flew.", "path from above", "figureEightRmse10")
        .doesNotContain("http-equiv", "src=");
    assertThat(Files.readString(folder.resolve("report.json"))).contains("\"flew\" : true");
  }

  @Test
  void staysSafeAtEveryFault() {
    FlightOutcome outcome = fly(deployment("student-rates", new Course(0, 0, 1, 1, 0, 10)), true);
    assertThat(outcome.faults()).hasSize(5).allMatch(FaultResult::safe);
    assertThat(outcome.flew()).as("%s", outcome.values()).isTrue();
  }

  @Test
  void saysSoWhenLimitsAreNotKept() {
    Deployment strict =
        new Deployment(
            POLICIES.resolve("student-rates"),
            new Course(0, 0, 1, 1, 0, 10),
            new Limits(1e-6, 1),
            true,
            List.of());
    FlightOutcome outcome = fly(strict, false);
    assertThat(outcome.flew()).isFalse();
    assertThat(outcome.verdict()).contains("not within its limits");
  }

  @Test
  void endsWithASentenceWhenTheRobotDies() throws InterruptedException {
    AtomicBoolean dead = new AtomicBoolean();
    try (Master master = new InnerMaster()) {
      ConnectedNode body = robot(master);
      Deployment deployment = deployment("student-rates", SHORT);
      try (ConnectedNode node = deployment.operator(master.environment());
          PolicyRunner policy = deployment.policy(0.5, master.environment());
          Mission mission =
              new Mission(
                  node,
                  SHORT,
                  policy::ended,
                  line -> {
                    if (line.contains("HOVER") && dead.compareAndSet(false, true)) {
                      body.close();
                    }
                  })) {
        FlightOutcome outcome =
            MissionFlight.fly(
                mission, SHORT, Limits.STANDARD, List::of, false, Map.of(), line -> {});
        assertThat(outcome.flew()).isFalse();
        assertThat(outcome.failure().orElseThrow()).contains("The robot is gone");
      } finally {
        body.close();
      }
    }
  }

  @Test
  void endsWithASentenceWhenThePolicyNodeEnds() {
    try (Master master = new InnerMaster();
        ConnectedNode body = robot(master);
        ConnectedNode node = deployment("student-rates", SHORT).operator(master.environment());
        Mission mission =
            new Mission(node, SHORT, () -> Optional.of("The policy node ended."), line -> {})) {
      FlightOutcome outcome =
          MissionFlight.fly(mission, SHORT, Limits.STANDARD, List::of, false, Map.of(), line -> {});
      assertThat(body.running()).isTrue();
      assertThat(outcome.failure()).contains("The policy node ended.");
    }
  }

  @Test
  void deploysToARobotThatIsThere() {
    Course hover = new Course(0, 0, 1, 1, 0, 10);
    try (Master master = new InnerMaster();
        ConnectedNode body = robot(master)) {
      FlightOutcome outcome =
          deployment("student-rates", hover)
              .fly(List.of(), master.environment(), 0.555, false, System.out::println);
      assertThat(body.running()).isTrue();
      assertThat(outcome.flew()).as(outcome.verdict()).isTrue();
    }
  }

  @Test
  void aMachineThatStallsDoesNotShowInSimulatedTime() {
    Course hover = new Course(0, 0, 1, 1, 0, 10);
    Deployment slow =
        deployment(
            "student-rates",
            hover,
            "mavros/setpoint_raw/attitude:=slow/command",
            "mavros/local_position/odom:=slow/odom",
            "mavros/imu/data:=slow/imu",
            "policy/setpoint:=slow/setpoint",
            "policy/enable:=slow/enable");
    try (Master master = new InnerMaster();
        ConnectedNode body = robot(master);
        ConnectedNode relay =
            NodeRunner.provider("ros1")
                .connect(new NodeConfiguration("relay", List.of(), master.environment()))) {
      new SlowRelay(relay, SEED, 20)
          .carry("slow/command", "mavros/setpoint_raw/attitude", AttitudeTarget.TYPE)
          .carry("mavros/local_position/odom", "slow/odom", Odometry.TYPE)
          .carry("mavros/imu/data", "slow/imu", Imu.TYPE)
          .carry("policy/setpoint", "slow/setpoint", PositionTarget.TYPE)
          .carry("policy/enable", "slow/enable", Bool.TYPE);
      FlightOutcome outcome =
          slow.fly(List.of(), master.environment(), 0.555, false, System.out::println);
      assertThat(body.running()).isTrue();
      assertThat(outcome.flew()).as("seed %d: %s", SEED, outcome.log().events()).isTrue();
      FlightFigures figures = outcome.figures();
      assertThat(figures.latency99()).as("latency, seed %d", SEED).isZero();
      assertThat(figures.largestGap()).as("gap, seed %d", SEED).isCloseTo(0.01, within(1e-9));
      assertThat(outcome.log().events().stream().takeWhile(e -> !e.text().contains("AUTO.LAND")))
          .as("seed %d", SEED)
          .anyMatch(event -> event.text().contains("ACTIVE"))
          .noneMatch(event -> event.text().contains("STOP") || event.text().contains("HOLD"));
    }
  }

  @Test
  void aRobotThatIsNotSimulatedNeedsAWord() {
    Course hover = new Course(0, 0, 1, 1, 0, 10);
    try (Master master = new InnerMaster();
        ConnectedNode body = robot(master, "ground_truth/odom:=/hidden")) {
      FlightOutcome outcome =
          deployment("student-rates", hover)
              .fly(List.of(), master.environment(), 0.555, false, line -> {});
      assertThat(body.running()).isTrue();
      assertThat(outcome.failure().orElseThrow()).contains("--real");
      assertThat(outcome.log().events()).noneMatch(event -> event.text().contains(", armed"));
    }
  }

  @Test
  void aPolicyProcessThatRefusesIsQuoted() {
    Deployment deployment =
        new Deployment(
            POLICIES.resolve("student-rates"),
            SHORT,
            Limits.STANDARD,
            false,
            List.of("_family:=nonsense"));
    FlightOutcome outcome =
        new Rehearsal(robot(), SimulatedRobot.FASTEST, deployment, false, false).fly(line -> {});
    assertThat(outcome.failure().orElseThrow())
        .contains("the policy node ended with exit code 3", "nonsense");
  }

  @Test
  void refusesABundleWithoutASeal(@TempDir Path folder) {
    PolicyBundle sealed = PolicyBundle.load(POLICIES.resolve("student-rates"));
    PolicyBundle.of(sealed.contract(), sealed.weights()).save(folder.resolve("open"));
    assertThatThrownBy(
            () -> new Deployment(folder.resolve("open"), SHORT, Limits.STANDARD, true, List.of()))
        .isInstanceOf(GateException.class)
        .hasMessageContaining("has no seal");
  }
}
