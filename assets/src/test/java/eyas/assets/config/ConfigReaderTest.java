package eyas.assets.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eyas.assets.policy.Damage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigReaderTest {
  enum Algorithm {
    ANALYTIC,
    PPO_CLIPPED
  }

  record Train(
      double learningRate, int windowSteps, long seed, Algorithm algorithm, List<Float> weights) {
    Train {
      if (windowSteps < 1) {
        throw new IllegalArgumentException(
            "window-steps is " + windowSteps + ", but must be 1 or more.");
      }
    }
  }

  record Task(
      String name,
      boolean wind,
      Train train,
      Map<String, Double> ranges,
      Optional<String> note,
      OptionalDouble limit) {}

  @Test
  void aCutFileIsNamedWithItsPlaceAndWithoutTheParsersWords() {
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> ConfigReader.json("{\"task\": 1", "dump.json"))
        .withMessageStartingWith("dump.json:1:")
        .withMessageContaining("close marker")
        .withMessageNotContaining("REDACTED");
  }

  @Test
  void aProfileThatIsMissingIsAnsweredWithAllThatAreAllowed() {
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> ConfigReader.text(YAML, "task.yaml").resolve("defualt", List.of()))
        .withMessageContaining("Did you mean `default`?")
        .withMessageContaining("smoke");
  }

  @Test
  void overridesOfARecordGiveItBackOverAnyOther() {
    Task other = ConfigReader.text(YAML, "task.yaml").resolve("smoke", List.of()).bind(Task.class);
    Task given =
        new Task(
            "other",
            false,
            new Train(1e-12, 7, -3, Algorithm.ANALYTIC, List.of(1e9f, -0.25f, 3.1415927f)),
            Map.of("mass", 1.0E9),
            Optional.of("a: b, c = #d"),
            OptionalDouble.of(1e-300));
    assertThat(other).isNotEqualTo(given);
    Config over =
        ConfigReader.text(YAML, "task.yaml").resolve("smoke", ConfigWriter.overrides(given));
    assertThat(over.bind(Task.class)).isEqualTo(given);
  }

  private static final String YAML =
      """
      name: quadrotor
      wind: true
      train:
        learning-rate: 1e-3
        window-steps: 64
        seed: 1
        algorithm: ppo-clipped
        weights: [0.1, 2, -3.5e-2]
      ranges:
        mass: 0.2
      profiles:
        smoke:
          train: {window-steps: 8}
          note: quick
      """;

  @TempDir Path folder;

  private static Config config() {
    return ConfigReader.text(YAML, "quadrotor.yaml");
  }

  private static void refuses(String from, String to, String... messages) {
    assertThat(YAML).contains(from);
    String changed = YAML.replace(from, to);
    var thrown =
        assertThatExceptionOfType(ConfigException.class)
            .as(changed)
            .isThrownBy(
                () ->
                    ConfigReader.text(changed, "quadrotor.yaml")
                        .resolve("default", List.of())
                        .bind(Task.class));
    for (String message : messages) {
      thrown.withMessageContaining(message);
    }
  }

  @Test
  void bindsRecords() {
    Task task = config().resolve("default", List.of()).bind(Task.class);
    Train train = new Train(1e-3, 64, 1, Algorithm.PPO_CLIPPED, List.of(0.1f, 2f, -3.5e-2f));
    assertThat(task)
        .isEqualTo(
            new Task(
                "quadrotor",
                true,
                train,
                Map.of("mass", 0.2),
                Optional.empty(),
                OptionalDouble.empty()));
  }

  @Test
  void appliesProfilesAndThenOverrides() {
    Config smoke = config().resolve("smoke", List.of("train.seed=7", "limit=2", "ranges.arm=0.5"));
    Task task = smoke.bind(Task.class);
    assertThat(task.train().windowSteps()).isEqualTo(8);
    assertThat(task.train().seed()).isEqualTo(7);
    assertThat(task.note()).contains("quick");
    assertThat(task.limit()).hasValue(2);
    assertThat(task.ranges()).containsEntry("arm", 0.5);
    assertThat(config().resolve("default", List.of("train.weights=[4]")).bind("train", Train.class))
        .extracting(Train::weights)
        .isEqualTo(List.of(4f));
  }

  @Test
  void writesWhatItReads() {
    Config resolved = config().resolve("smoke", List.of()).with("train.seed", 9L);
    Task task = resolved.bind(Task.class);
    assertThat(task.train().seed()).isEqualTo(9);
    assertThat(ConfigReader.text(ConfigWriter.yaml(resolved), "again").bind(Task.class))
        .isEqualTo(task);
    assertThat(ConfigReader.text(ConfigWriter.yaml(task), "again").bind(Task.class))
        .isEqualTo(task);
    assertThat(ConfigReader.json(ConfigWriter.json(task), "again").bind(Task.class))
        .isEqualTo(task);
  }

  @Test
  void unknownKeysAreAnsweredWithTheNearest() {
    refuses("seed: 1", "sed: 1", "quadrotor.yaml:6", "`train.sed`", "Did you mean `seed`?");
    refuses("wind: true", "wind: true\nwindd: 3", "`windd`", "Did you mean `wind`?");
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> config().resolve("default", List.of("trian.seed=3")).bind(Task.class))
        .withMessageContaining("--set trian.seed=3")
        .withMessageContaining("Did you mean `train`?");
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> config().resolve("smok", List.of()))
        .withMessageContaining("Did you mean `smoke`?");
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(
            () -> config().requireOnly(List.of("name", "wind", "train", "range", "profiles")))
        .withMessageContaining("Did you mean `range`?");
  }

  @Test
  void missingKeysAreNamed() {
    refuses("  seed: 1\n", "", "`train.seed`", "missing");
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> config().bind("learn", Train.class))
        .withMessageContaining("`learn`");
  }

  @Test
  void wrongTypesNamePlaceValueAndWhatIsAllowed() {
    refuses("seed: 1", "seed: soon", "quadrotor.yaml:6", "`train.seed`", "text `soon`", "number");
    refuses("window-steps: 64", "window-steps: 6.5", "`train.window-steps`", "6.5", "whole number");
    refuses("window-steps: 64", "window-steps: 3000000000", "2147483647");
    refuses("window-steps: 64", "window-steps: 0", "`train` is refused", "1 or more");
    refuses("wind: true", "wind: 1", "`wind`", "true or false");
    refuses("name: quadrotor", "name: 2", "`name`", "text");
    refuses("[0.1, 2, -3.5e-2]", "[0.1, x]", "`train.weights[1]`");
    refuses("[0.1, 2, -3.5e-2]", "0.1", "a list");
    refuses("ppo-clipped", "pppo-clipped", "Did you mean `ppo-clipped`?");
    refuses("mass: 0.2", "mass: .inf", "quadrotor.yaml:10:9", "not finite");
    refuses("  mass: 0.2", "  - 3", "`ranges`", "a list of 1", "keys and values");
  }

  @Test
  void malformedYamlNamesLineAndColumn() {
    refuses("seed: 1", "seed: [1", "quadrotor.yaml:", "malformed");
    refuses("wind: true", "wind: true\nwind: false", "quadrotor.yaml:3");
    refuses("mass: 0.2", "mass: &m 0.2\n  arm: *m", "aliases");
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> ConfigReader.text("a: 1\n  b: 2\n", "x.yaml"))
        .withMessageMatching("(?s)x\\.yaml:2:\\d+: .*malformed.*");
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> ConfigReader.text("", "x.yaml"))
        .withMessageContaining("empty");
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> ConfigReader.text("- 1\n", "x.yaml"))
        .withMessageContaining("a list of 1");
  }

  @Test
  void badOverridesAreRefused() {
    for (String text : List.of("", "=", "a", "=3", ".a=3", "a..b=3", "a b=3", "a=[")) {
      assertThatExceptionOfType(ConfigException.class)
          .as(text)
          .isThrownBy(() -> config().resolve("default", List.of(text)))
          .withMessageContaining("--set");
    }
  }

  @Test
  void missingFilesAndTasksAreNamed() throws IOException {
    Path file = folder.resolve("a.yaml");
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> ConfigReader.file(file))
        .withMessageContaining(file.toString());
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertThatExceptionOfType(ConfigException.class).isThrownBy(() -> ConfigReader.file(file));
    Files.writeString(file, YAML);
    assertThat(ConfigReader.file(file).profiles()).containsExactly("smoke");
    assertThat(ConfigReader.taskNames()).contains("sample-task");
    assertThat(ConfigReader.task("sample-task").root().plain()).isEqualTo(Map.of("name", "sample"));
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> ConfigReader.task("sampel-task"))
        .withMessageContaining("Did you mean `sample-task`?");
  }

  @Test
  void randomDamageGivesOnlyTheDocumentedException() {
    byte[] whole = YAML.getBytes(StandardCharsets.UTF_8);
    Random random = new Random(3);
    int refused = 0;
    for (int i = 0; i < 4000; i++) {
      String text = new String(Damage.of(whole, random), StandardCharsets.UTF_8);
      try {
        ConfigReader.text(text, "x.yaml").resolve("default", List.of()).bind(Task.class);
      } catch (ConfigException expected) {
        refused++;
        assertThat(expected.getMessage()).as("seed 3, case %d", i).contains("x.yaml");
      }
    }
    assertThat(refused).isGreaterThan(1000);
  }

  @Test
  void suggestsOnlyWhatIsNear() {
    List<String> words = List.of("quadrotor", "hand", "egopush");
    assertThat(Suggestions.closest("quadroter", words)).contains("quadrotor");
    assertThat(Suggestions.closest("ahnd", words)).contains("hand");
    assertThat(Suggestions.closest("banana", words)).isEmpty();
    assertThat(Suggestions.closest("x", List.of())).isEmpty();
    assertThat(Suggestions.distance("kitten", "sitting")).isEqualTo(3);
  }
}
