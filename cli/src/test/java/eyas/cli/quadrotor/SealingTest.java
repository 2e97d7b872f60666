package eyas.cli.quadrotor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eyas.assets.policy.GateReport;
import eyas.assets.policy.NetworkSpec;
import eyas.assets.policy.PolicyBundle;
import eyas.assets.policy.QuadrotorContracts;
import eyas.assets.policy.Tensor;
import eyas.cli.command.Home;
import eyas.cli.run.ActionRequest;
import eyas.cli.run.Console;
import eyas.cli.run.GateException;
import eyas.cli.run.RunFolder;
import eyas.cli.run.RunOptions;
import eyas.cli.run.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which bundles may be sealed, and how. */
class SealingTest {
  private static final QuadrotorRunConfig.Gate USUAL = gate(0.9, 0.05);
  private static final QuadrotorRunConfig.Gate WEAK = gate(0.4, 0.2);

  @TempDir private Path home;

  @Test
  void aPassedUsualGateGivesAnOrdinarySeal() {
    Path folder = bundle("student", Optional.of(report(true, 0.9, 0.05)));
    assertThat(Sealing.ordinary(folder).seal().orElseThrow().forced()).isFalse();
    assertThat(Sealing.ofRun(folder, USUAL).seal().orElseThrow().forced()).isFalse();
  }

  @Test
  void aWeakGateGivesOnlyAForcedSeal() {
    for (GateReport weak : List.of(report(true, 0.4, 0.05), report(true, 0.9, 0.2))) {
      Path folder = bundle("student", Optional.of(weak));
      assertThatExceptionOfType(GateException.class)
          .isThrownBy(() -> Sealing.ordinary(folder))
          .withMessageContaining("less than the usual");
      assertThat(Sealing.ofRun(folder, WEAK).seal().orElseThrow().forced()).isTrue();
      assertThat(Sealing.forced(folder).seal().orElseThrow().forced()).isTrue();
    }
  }

  @Test
  void aFailedOrMissingGateIsRefusedEvenIfTheRunAsksForLess() {
    for (Optional<GateReport> gate :
        List.of(Optional.of(report(false, 0.4, 0.2)), Optional.<GateReport>empty())) {
      Path folder = bundle("student", gate);
      assertThatExceptionOfType(GateException.class).isThrownBy(() -> Sealing.ordinary(folder));
      assertThatExceptionOfType(GateException.class).isThrownBy(() -> Sealing.ofRun(folder, WEAK));
      assertThat(Sealing.forced(folder).seal().orElseThrow().forced()).isTrue();
    }
  }

  @Test
  void ofARunOnlyPoliciesForRobotsAreAsked() {
    RunFolder run = new RunFolder(home);
    Path student = run.policies().resolve("student");
    Path teacher = run.policies().resolve("teacher");
    Path named = home.resolve("elsewhere").resolve("mine");
    ActionRequest request = request(List.of(named, student, teacher), Optional.of(run));
    assertThat(RobotPolicies.asked(request, USUAL)).containsExactly(named, student);
    assertThat(RobotPolicies.asked(request(List.of(teacher), Optional.empty()), USUAL))
        .containsExactly(teacher);
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> RobotPolicies.require(List.of(), "fly", USUAL))
        .withMessageStartingWith("There is no policy to fly: ");
  }

  @Test
  void exportRefusesNothingAndOneFolderForMany() {
    ExportAction export = new ExportAction();
    Console console = new Console(System.out, System.err, true, false);
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> export.run(request(List.of(), Optional.empty()), console))
        .withMessageContaining("no policy to seal");
    List<Path> two = List.of(bundle("a", Optional.empty()), bundle("b", Optional.empty()));
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> export.run(request(two, Optional.empty()), console))
        .withMessageContaining("--out takes exactly one policy");
  }

  @Test
  void halfWrittenBundlesAreNotListed() {
    Path whole = bundle("student", Optional.empty());
    bundle(".student.part1", Optional.empty());
    assertThat(Files.isDirectory(home.resolve(".student.part1"))).isTrue();
    assertThat(Home.bundles(home)).containsExactly(whole);
  }

  private ActionRequest request(List<Path> policies, Optional<RunFolder> run) {
    Map<String, String> arguments = Map.of("out", home.resolve("out").toString());
    return new ActionRequest("quadrotor", RunOptions.defaults(), policies, run, arguments);
  }

  private Path bundle(String name, Optional<GateReport> gate) {
    NetworkSpec network = NetworkSpec.recurrent(22, 16, 4);
    Map<String, Tensor> weights = new LinkedHashMap<>();
    network
        .weightShapes()
        .forEach(
            (key, shape) -> {
              int size = shape.stream().reduce(1, Math::multiplyExact);
              weights.put(key, Tensor.of(new float[size], shape));
            });
    PolicyBundle bundle =
        PolicyBundle.of(
            QuadrotorContracts.student("student", QuadrotorContracts.motors(), network, Map.of()),
            weights);
    Path folder = home.resolve(name);
    gate.map(bundle::withGate).orElse(bundle).save(folder);
    return folder;
  }

  private static GateReport report(boolean passed, double success, double drop) {
    return new GateReport(
        passed, "Made for a test.", Map.of("leastSuccess", success, "mostDrop", drop));
  }

  private static QuadrotorRunConfig.Gate gate(double success, double drop) {
    return new QuadrotorRunConfig.Gate(List.of("student"), 1, 1, success, drop);
  }
}
