package eyas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eyas.assets.policy.PolicyBundle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands around a robot: exit codes and words. */
class RehearseCommandTest {
  private static final Path SHIPPED = Path.of("..", "assets", "policies", "student-rates");

  private static Invocation rehearse(Path runs, String... more) {
    List<String> arguments = new ArrayList<>(List.of("rehearse", "quadrotor", "--speed", "max"));
    arguments.addAll(List.of("--master", "in-jvm", "--in-process", "--runs", runs.toString()));
    arguments.addAll(List.of("--policy", SHIPPED.toString(), "--loops", "0", "--hover", "1"));
    arguments.addAll(List.of(more));
    return Invocation.of(arguments.toArray(String[]::new));
  }

  @Test
  void printsItsFiguresAndWritesAReport(@TempDir Path runs) {
    Invocation flown = rehearse(runs, "--json", "--quadrotor", "crazyflie");
    assertThat(flown.code()).as(flown.err()).isZero();
    assertThat(flown.json())
        .containsEntry("flew", true)
        .containsEntry("master", "in-JVM")
        .containsEntry("quadrotor", "crazyflie")
        .containsKeys("hoverError", "latency", "jitter");
    assertThat(runs.resolve("rehearsal").resolve("report.html")).isNotEmptyFile();
    assertThat(runs.resolve("rehearsal").resolve("report.json")).isNotEmptyFile();
  }

  @Test
  void aFlightOutOfItsLimitsIsAnError(@TempDir Path runs) {
    Invocation flown = rehearse(runs, "--hover-limit", "0.000001");
    assertThat(flown.code()).isEqualTo(1);
    assertThat(flown.out()).contains("not within its limits");
  }

  @Test
  void aPolicyNodeThatRefusesIsAnError(@TempDir Path runs) {
    Invocation refused = rehearse(runs, "--node-argument", "_family:=nonsense");
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("nonsense");
  }

  @Test
  void aBundleWithoutASealIsRefused(@TempDir Path runs) {
    PolicyBundle sealed = PolicyBundle.load(SHIPPED);
    PolicyBundle.of(sealed.contract(), sealed.weights()).save(runs.resolve("open"));
    for (String command : List.of("rehearse", "deploy")) {
      Invocation refused =
          Invocation.of(command, "quadrotor", "--policy", runs.resolve("open").toString());
      assertThat(refused.code()).as(command).isEqualTo(ExitCodes.GATE);
      assertThat(refused.err()).contains("has no seal");
    }
  }

  @Test
  void wrongOptionsAreNamed() {
    assertThat(Invocation.of("rehearse", "quadrotor", "--speed", "99").err())
        .contains("--speed stands for '99'");
    assertThat(Invocation.of("rehearse", "quadrotor", "--noise", "-1").err())
        .contains("--noise stands for -1");
    assertThat(Invocation.of("rehearse", "quadrotors").code()).isEqualTo(ExitCodes.USAGE);
    assertThat(Invocation.of("rehearse", "quadrotor", "--quadrotor", "x50").err()).contains("x500");
  }

  @Test
  void aRobotWithoutAMasterSaysWhatToDo() {
    Invocation refused = Invocation.of("robot", "quadrotor", "__master:=http://127.0.0.1:9");
    assertThat(refused.code()).isEqualTo(ExitCodes.OTHER);
    assertThat(refused.err()).contains("Start roscore");
  }
}
