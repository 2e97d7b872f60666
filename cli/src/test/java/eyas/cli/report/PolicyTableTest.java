package eyas.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyas.assets.policy.PolicyBundle;
import eyas.cli.run.RunException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PolicyTableTest {
  private static final Path ROOT = Path.of("..");
  private static final List<String> SHOWN =
      List.of("student-raptor", "student", "student-rates", "teacher", "mlp");

  // the README says in words what these do
  private static final List<String> PUSHERS =
      List.of("egopush-t1-teacher", "egopush-t1-student", "egopush-t1-student-gru");

  private static List<PolicyBundle> shipped() {
    return SHOWN.stream()
        .map(name -> PolicyBundle.load(ROOT.resolve("assets/policies").resolve(name)))
        .toList();
  }

  @Test
  void theReadmeShowsWhatTheShippedBundlesCarry() throws Exception {
    String readme = Files.readString(ROOT.resolve("README.md"));
    assertThat(PolicyTable.replaced(readme, PolicyTable.markdown(shipped()))).isEqualTo(readme);
  }

  @Test
  void everyShippedBundleIsShownAndVerifies() throws Exception {
    try (Stream<Path> folders = Files.list(ROOT.resolve("assets/policies"))) {
      assertThat(folders.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(SHOWN.stream(), PUSHERS.stream()).toList());
    }
    shipped().forEach(PolicyBundle::verify);
  }

  @Test
  void studentsForRobotsPassedTheGate() {
    for (PolicyBundle bundle : shipped().subList(1, 3)) {
      assertThat(bundle.isSealed()).isTrue();
      assertThat(bundle.seal().orElseThrow().forced()).isFalse();
      assertThat(bundle.gate().orElseThrow().passed()).isTrue();
    }
  }

  @Test
  void pushersThatSeePicturesPassedTheGate() {
    for (String name : PUSHERS.subList(1, 3)) {
      PolicyBundle bundle = PolicyBundle.load(ROOT.resolve("assets/policies").resolve(name));
      assertThat(bundle.verify().seal().orElseThrow().forced()).isFalse();
      assertThat(bundle.gate().orElseThrow().passed()).isTrue();
      assertThat(bundle.contract().provenance()).containsEntry("preset", "t1");
    }
  }

  @Test
  void aReadmeWithoutMarksIsRefused() {
    assertThatThrownBy(() -> PolicyTable.replaced("text", "table"))
        .isInstanceOf(RunException.class)
        .hasMessageContaining("table:start");
  }
}
