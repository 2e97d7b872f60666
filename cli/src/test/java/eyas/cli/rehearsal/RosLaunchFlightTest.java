package eyas.cli.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eyas.assets.robot.NamedQuadrotors;
import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.NodeConfiguration;
import eyas.bridge.link.NodeRunner;
import eyas.cli.robot.RobotConfig;
import eyas.cli.robot.SimulatedRobot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real {@code roslaunch}, where it is installed, starts what flies. */
class RosLaunchFlightTest {
  private static final Path ROSLAUNCH = Path.of("/usr/bin/roslaunch");
  private static final Path PACKAGE = Path.of("..", "robot-bridge").toAbsolutePath().normalize();
  private static final Path POLICY =
      Path.of("..", "assets", "policies", "student-rates").toAbsolutePath().normalize();

  @BeforeAll
  static void needsRosLaunch() {
    boolean installed = Files.isExecutable(ROSLAUNCH);
    if (!installed) {
      System.err.println("SKIPPED RosLaunchFlightTest: there is no " + ROSLAUNCH);
    }
    assumeTrue(installed, "no roslaunch");
  }

  private static Child launch(Master master, Path logs, String... arguments) {
    List<String> command = new ArrayList<>(List.of(ROSLAUNCH.toString(), "eyas"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(master.environment());
    builder.environment().put("ROS_PACKAGE_PATH", PACKAGE + ":/usr/share");
    builder.environment().put("ROS_LOG_DIR", logs.toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("EYAS_CLASS_PATH", System.getProperty("java.class.path"));
    return Child.start("roslaunch", builder);
  }

  @Test
  void aLaunchedPolicyFliesAtTheMasterOfThisProcess(@TempDir Path logs) {
    Course hover = new Course(0, 0, 1, 2, 0, 10);
    RobotConfig robot = new RobotConfig(NamedQuadrotors.get("x500"), 1, 0.005, 0, 0, 3);
    try (Master master = new InnerMaster();
        ConnectedNode body =
            NodeRunner.start(
                NodeRunner.provider("ros1"),
                new SimulatedRobot(robot, SimulatedRobot.FASTEST),
                new NodeConfiguration("mavros", List.of(), master.environment()));
        Child launch = launch(master, logs, "quadrotor.launch", "policy:=" + POLICY);
        ConnectedNode operator =
            NodeRunner.provider("ros1")
                .connect(new NodeConfiguration("operator", List.of(), master.environment()));
        Mission mission = new Mission(operator, hover, launch::ended, line -> {})) {
      FlightOutcome outcome =
          MissionFlight.fly(
              mission, hover, Limits.STANDARD, List::of, false, Map.of(), System.out::println);
      assertThat(body.running()).isTrue();
      assertThat(outcome.flew()).as("%s, %s", outcome.verdict(), launch.lines()).isTrue();
    }
  }

  @Test
  void aLaunchedRehearsalFliesAndEnds(@TempDir Path folder) throws Exception {
    assumeTrue(Roscore.program().isPresent(), "no roscore");
    try (Master master = new Roscore(Roscore.program().orElseThrow());
        Child launch =
            launch(
                master,
                folder.resolve("logs"),
                "rehearsal.launch",
                "policy:=" + POLICY,
                "ns:=/drone1",
                "speed:=max",
                "loops:=1",
                "hover:=2",
                "out:=" + folder.resolve("report"))) {
      launch.await();
      assertThat(report(folder)).as("%s", launch.lines()).contains("\"flew\" : true");
      assertThat(launch.lines()).anyMatch(line -> line.contains("the policy flies"));
    }
  }

  private static String report(Path folder) throws IOException {
    Path file = folder.resolve("report").resolve("report.json");
    return Files.exists(file) ? Files.readString(file) : "no report";
  }
}
