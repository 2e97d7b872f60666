package eyas.cli.quadrotor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyas.assets.config.ConfigException;
import eyas.cli.run.Console;
import eyas.cli.run.RunFolders;
import eyas.cli.run.RunOptions;
import eyas.cli.run.RunSession;
import eyas.cli.run.StopSignal;
import eyas.sim.task.quadrotor.QuadrotorConfig;
import eyas.sim.task.quadrotor.QuadrotorTask;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run's folder holds the presets that it flies, and a resumed run flies those. */
class RunPresetsTest {
  private static final String NOISE = "presets.default.observation.noise-position=0.125";

  @TempDir private Path runs;

  private QuadrotorRunConfig start(String... set) {
    RunOptions options =
        new RunOptions("auto", OptionalLong.of(3), "smoke", Optional.empty(), List.of(set));
    try (RunSession session =
        RunSession.start(folders(), "quadrotor", options, console(), new StopSignal(text -> {}))) {
      return session.context().config().bind(QuadrotorRunConfig.class);
    }
  }

  private QuadrotorRunConfig resume() {
    try (RunSession session =
        RunSession.resume(
            folders(), "quadrotor", "latest", "auto", console(), new StopSignal(text -> {}))) {
      return session.context().config().bind(QuadrotorRunConfig.class);
    }
  }

  private RunFolders folders() {
    return new RunFolders(runs);
  }

  private static Console console() {
    PrintStream silent = new PrintStream(PrintStream.nullOutputStream());
    return new Console(silent, silent, true, false);
  }

  private static QuadrotorConfig packaged(String preset, String... set) {
    return new QuadrotorTask().config(preset, List.of(set));
  }

  private static QuadrotorConfig flown(QuadrotorRunConfig config, String policy) {
    return config.policies().get(policy).model(Optional.empty()).config();
  }

  @Test
  void theFolderHoldsEveryPresetAsFlown() {
    QuadrotorRunConfig started = start(NOISE);
    QuadrotorRunConfig read =
        folders().select("quadrotor", "latest").config().bind("config", QuadrotorRunConfig.class);
    assertThat(read).isEqualTo(started);
    assertThat(read.presets()).containsOnlyKeys("default", "raptor");
    assertThat(read.presets().get("raptor")).isEqualTo(packaged("raptor"));
    assertThat(read.presets().get("default"))
        .isEqualTo(packaged("default", "observation.noise-position=0.125"));
    assertThat(flown(read, "student-rates"))
        .isEqualTo(packaged("default", "observation.noise-position=0.125", "action=rates"));
  }

  @Test
  void aResumedRunFliesItsOwnPresetsAndNotThePackagedOnes() throws IOException {
    start();
    // what an older release packaged
    Path file = folders().select("quadrotor", "latest").configFile();
    String text = Files.readString(file);
    Files.writeString(
        file, text.replace("gust: 0.3", "gust: 0.75").replace("alive: 1.5", "alive: 4"));
    assertThat(packaged("default").sampler().gust()).isEqualTo(0.3);

    QuadrotorRunConfig resumed = resume();
    assertThat(flown(resumed, "student").sampler().gust()).isEqualTo(0.75);
    assertThat(flown(resumed, "teacher").reward().alive()).isEqualTo(4);
    assertThat(flown(resumed, "teacher").loss().command()).isEqualTo(3);
    assertThat(new QuadrotorTask().config("raptor", resumed.distillSet()).reward().alive())
        .isEqualTo(4);
    assertThat(packaged("default", resumed.over("default").toArray(String[]::new)))
        .isEqualTo(resumed.presets().get("default"))
        .isNotEqualTo(packaged("default"));
  }

  @Test
  void anImpossiblePresetIsRefusedBeforeTheRunHasAFolder() {
    assertThatThrownBy(() -> start("presets.default.sampler.mass=[5, 1]"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("presets.default.sampler")
        .hasMessageContaining("default.yaml:")
        .hasMessageContaining("changed by --set presets.default.sampler.mass=[5, 1]")
        .hasMessageContaining("mass");
    assertThatThrownBy(() -> start("presets.default.sampler.gusts=1"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("presets.default.sampler.gusts")
        .hasMessageContaining("gust");
    assertThat(folders().list("quadrotor")).isEmpty();
  }
}
