package eyas.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyas.assets.files.AtomicFiles;
import eyas.cli.run.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exit codes and sentences for bad input, and the JSON line. */
class CommandLineTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run tyo|2|Did you mean `toy`?",
        "rum toy|2|Did you mean `run`?",
        "run toy --jsno|2|Did you mean `--json`?",
        "run|2|Name a task",
        "run toy extra|2|does not take 'extra'",
        "run toy --seed many|2|--seed",
        "run toy --set iteration=3|3|Did you mean `iterations`?",
        "run toy --set iterations=few|3|--set iterations=few",
        "run toy --set iterations|3|--set",
        "run toy --profile smoek|3|profile",
        "run toy --resume 2001-01-01-1|2|There is no run",
        "run toy --resume --seed 3|2|keeps its own seed",
        "evaluate toy --policy nowhere|2|not a policy bundle",
        "evaluate toy --episodes 4|4|No device.",
        "evaluate toy --episodes 5|5|Not sealed.",
        "evaluate toy --episodes 6|1|unexpected",
        "play toy|2|has no 'play'",
        "replay nowhere.dump|2|does not exist",
        "bench|2|Name a command",
        "bench simm|2|Did you mean `sim`?",
        "import raptor nowhere.tar --out x|1|cannot be read",
        "export toy|2|There is no run",
        "transfer toy|5|''",
        "transfer toy --episodes 3|2|There is no option '--episodes'",
        "transfer toy --preset raptor|2|Leave out --preset",
        "run toy --preset raptor|2|policies.NAME.preset",
        "bench resume toy --preset raptor|2|policies.NAME.preset",
        "bench sim hnad|2|Did you mean `hand`?",
        "bench sim hand --preset raptor|2|Leave out --preset",
        "bench sim --teachers 3|2|There is no option '--teachers'",
        "bench learn --environments 10|2|a multiple of 16",
        "bench fleet --quadrotors crazyflie --teachers 2|2|holds 1 quadrotors"
      })
  void badInputHasOneSentenceAndItsCode(String line, int code, String sentence) throws IOException {
    Invocation call = call(line);
    assertThat(call.code()).as(call.err()).isEqualTo(code);
    assertThat(call.err()).contains(sentence).doesNotContain("\tat ");
    try (Stream<Path> left = Files.walk(folder)) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run quadrotor --set policies.student.width=12|3|`policies.student` is refused",
        "run quadrotor --set policies.student.group=onbord|3|no observation group 'onbord'",
        "run quadrotor --set policies.teacher.preset=raptr|3|Did you mean `raptor`?",
        "run quadrotor --set"
            + " policies.student.set=[sampler.thrust-to-weight=[0.2,0.3]]|3|policies.student",
        "run quadrotor --set policies.student-raptor.group=privileged|3|no robot can sense",
        "run quadrotor --set distill.width=32|3|`distill.width` is 32",
        "run quadrotor --set distill-set=[sampler.gusts=1]|3|`distill-set` is refused",
        "run quadrotor --set gate.policies=[studnt]|3|Did you mean `student`?",
        "run quadrotor --set gate.success=2|3|success is 2.0; it must be from 0 to 1",
        "run quadrotor --set evaluation.episodes=0|3|episodes is 0; at least 1",
        "run quadrotor --device nowhere|4|nowhere",
        "evaluate quadrotor --quadrotors crazyfly|3|Did you mean `crazyflie`?",
        "evaluate quadrotor --set sampler.gusts=1|3|Did you mean `gust`?",
        "evaluate quadrotor --set sampler.delay=[0,0.5]|3|neither may be above 0.03",
        "evaluate quadrotor --set sampler.mass=[5,0.02]|3|mass is [5.0, 0.02]",
        "evaluate quadrotor --set sampler.motor-rise=[0,0.1]|3|both must be above 0",
        "evaluate quadrotor --set sampler.drag-vertical=[0]|3|two numbers",
        "evaluate quadrotor --set action=motor|3|Did you mean `motors`?",
        "evaluate quadrotor --set episode-seconds=0|3|episode-seconds is 0.0",
        "evaluate quadrotor --set end.metres=0|3|every flight ends at once"
      })
  void theQuadrotorRefusesWhatCannotFly(String line, int code, String sentence) throws IOException {
    badInputHasOneSentenceAndItsCode(line, code, sentence);
  }

  @Test
  void jsonIsTheOnlyLineOnStandardOutput() {
    Invocation call = call("evaluate toy --json");
    assertThat(call.code()).isZero();
    assertThat(call.out().lines()).hasSize(1);
    assertThat(call.json()).containsEntry("set", "toy");
    assertThat(call.err()).contains("flying", "a library that prints");
  }

  @Test
  void failuresAreJsonToo() {
    assertThat(call("run tyo --json").json()).containsEntry("exitCode", 2).containsKey("error");
    assertThat(call("run toy --json --nope").json()).containsEntry("exitCode", 2);
  }

  @Test
  void traceShowsTheStack() {
    assertThat(call("evaluate toy --episodes 6 --trace").err()).contains("boom", "\tat ");
  }

  @Test
  void aNumberThatIsNotFiniteIsDumped() throws IOException {
    Invocation call = call("evaluate toy --episodes 7");
    Path dump = folder.resolve("faults").resolve("toy-seed5-environment3-episode0-step42.json");
    assertThat(call.code()).isEqualTo(1);
    assertThat(call.err())
        .contains("Environment 3", "height", "step 42", "seed 5", "./eyas replay " + dump);
    assertThat(Json.object(Files.readString(dump)).orElseThrow())
        .containsEntry("row", 1)
        .containsEntry("before", List.of("1.0", "-Infinity"))
        .containsEntry("settings", Map.of("size", 2));
  }

  @Test
  void listAndDoctorAnswer() {
    assertThat(call("list --json").json().get("tasks").toString()).contains("toy");
    Invocation doctor = call("doctor --json");
    assertThat(doctor.code()).isIn(0, 4);
    assertThat(doctor.json()).containsKeys("java", "devices", "missing");
  }

  @Test
  void helpExplainsItself() {
    assertThat(call("--help").code()).isZero();
    assertThat(Invocation.of("run", "--help").out()).contains("--resume", "--set", "--json");
  }

  @Test
  void unwritableFolderIsOneSentence() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "not a folder");
    Invocation call = Invocation.of("run", "toy", "--runs", file.toString());
    assertThat(call.code()).isEqualTo(1);
    assertThat(call.err()).contains("Cannot write").contains("--runs DIR");
  }

  @Test
  void fullDiskIsOneSentence() throws IOException {
    Path full = Path.of("/dev/full");
    Assumptions.assumeTrue(Files.exists(full), "there is no /dev/full here");
    try (OutputStream stream = Files.newOutputStream(full)) {
      assertThatThrownBy(() -> stream.write(new byte[1]))
          .isInstanceOfSatisfying(
              IOException.class,
              failure ->
                  assertThat(AtomicFiles.failure(full, failure))
                      .hasMessageContaining("The disk is full"));
    }
  }

  private Invocation call(String line) {
    List<String> words = new ArrayList<>(List.of(line.split(" ")));
    if (!line.startsWith("--") && !line.startsWith("bench")) {
      words.addAll(List.of("--runs", folder.toString()));
    }
    return Invocation.of(words.toArray(String[]::new));
  }
}
