package eyas.cli.quadrotor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eyas.assets.config.ConfigException;
import eyas.cli.run.ActionRequest;
import eyas.cli.run.ActionResult;
import eyas.cli.run.Console;
import eyas.cli.run.FaultFile;
import eyas.cli.run.RunOptions;
import eyas.policies.evaluate.Flight;
import eyas.policies.evaluate.QuadrotorSet;
import eyas.policies.evaluate.QuadrotorWorlds;
import eyas.sim.task.LaneWorld;
import eyas.sim.task.WorldFault;
import eyas.sim.task.WorldFaultException;
import eyas.sim.task.quadrotor.QuadrotorLayout;
import eyas.sim.task.quadrotor.QuadrotorModel;
import eyas.sim.task.quadrotor.QuadrotorTask;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broken quadrotor is caught in flight, dumped, and fails again from its dump. */
class FaultTest {
  private static final int COUNT = 5;
  private static final int BROKEN = 3;
  private static final long SEED = 11;

  @TempDir private Path runs;

  private static WorldFault fault() {
    try (QuadrotorLab lab = QuadrotorLab.open("auto");
        QuadrotorWorlds worlds =
            new QuadrotorWorlds(lab.device(), lab.lanes(), "default", List.of(), COUNT)) {
      QuadrotorSet set = QuadrotorSet.heldOut(worlds.model("motors"), COUNT, SEED);
      float[] parameters = set.parameters().clone();
      parameters[BROKEN * QuadrotorLayout.PARAMETER_ROWS + QuadrotorLayout.INERTIA] = Float.NaN;
      Flight flight = new Flight(worlds.position("motors"), parameters);
      return catchThrowableOfType(
              WorldFaultException.class,
              () -> flight.fly(Contestant.pid().policy(), (step, rows) -> {}, SEED))
          .fault();
    }
  }

  private static ActionResult replay(Path file) {
    ActionRequest request =
        new ActionRequest(
            "quadrotor",
            RunOptions.defaults(),
            List.of(),
            Optional.empty(),
            Map.of("dump", file.toString()));
    PrintStream silent = new PrintStream(PrintStream.nullOutputStream());
    return new ReplayAction().run(request, new Console(silent, silent, true, false));
  }

  @Test
  void aBrokenParameterIsCaughtDumpedAndReplayed() {
    WorldFault fault = fault();
    assertThat(fault.environment()).isEqualTo(BROKEN);
    assertThat(fault.step()).isEqualTo(1);
    assertThat(fault.sentence())
        .contains("Environment 3", fault.field(), "step 1", "seed " + SEED)
        .doesNotContain("its state row");

    Path file = FaultFile.write(runs, fault);
    assertThat(file.getParent()).isEqualTo(runs.resolve("faults"));
    Map<String, Object> replayed = replay(file).values();
    assertThat(replayed)
        .as("seed %d", SEED)
        .containsEntry("reproduced", true)
        .containsEntry("row", fault.row())
        .containsEntry("field", fault.field())
        .containsEntry("before", List.of())
        .containsEntry("action", List.of())
        .containsEntry("parameters", List.of("inertia x = NaN"));
    assertThat(replayed.get("after").toString()).contains(fault.field() + " = NaN");
  }

  /** A step in a later episode, of an environment in the middle of a work-item. */
  private static WorldFault later(List<Float> after) {
    int environments = 20;
    int broken = 13;
    QuadrotorModel model = new QuadrotorTask().model("default", List.of());
    try (QuadrotorLab lab = QuadrotorLab.open("auto");
        LaneWorld world = new LaneWorld(lab.device(), model, environments, lab.lanes())) {
      world.reset(SEED);
      world.resetAll();
      world.resetAll();
      float[] actions = new float[environments * 4];
      Arrays.fill(actions, 0.1f);
      for (int i = 0; i < 6; i++) {
        world.step(actions);
      }
      actions[broken * 4 + 2] = Float.NaN;
      world.step(actions);
      float[] state = world.save().state();
      for (int row = 0; row < model.layout().stateRows(); row++) {
        after.add(state[row * world.padded() + broken]);
      }
      return world.fault().orElseThrow();
    }
  }

  @Test
  void replayDrawsTheSameNoiseBitForBit() {
    List<Float> after = new ArrayList<>();
    WorldFault fault = later(after);
    assertThat(fault.environment()).isEqualTo(13);
    assertThat(fault.step()).isEqualTo(7);
    assertThat(fault.episode()).isGreaterThan(1);
    for (int row = 0; row < after.size(); row++) {
      assertThat(fault.after()[row]).as("row %d, seed %d", row, SEED).isEqualTo(after.get(row));
    }
    assertThat(replay(FaultFile.write(runs, fault)).values())
        .as("seed %d", SEED)
        .containsEntry("reproduced", true)
        .containsEntry("identical", true);

    // the noise is that of this environment, episode and step
    assertIdenticalOnlyAs(fault, new int[] {13, fault.episode(), 7}, true);
    assertIdenticalOnlyAs(fault, new int[] {12, fault.episode(), 7}, false);
    assertIdenticalOnlyAs(fault, new int[] {13, fault.episode() + 1, 7}, false);
    assertIdenticalOnlyAs(fault, new int[] {13, fault.episode(), 8}, false);
  }

  private void assertIdenticalOnlyAs(WorldFault fault, int[] key, boolean identical) {
    WorldFault other =
        new WorldFault(
            fault.task(),
            fault.seed(),
            key[0],
            key[1],
            key[2],
            fault.row(),
            fault.field(),
            fault.before(),
            fault.parameters(),
            fault.action(),
            fault.after(),
            fault.settings());
    assertThat(replay(FaultFile.write(runs, other)).values())
        .as("environment, episode, step %s", Arrays.toString(key))
        .containsEntry("identical", identical);
  }

  @Test
  void aHealthyStepIsNotReproduced() throws IOException {
    Path file = FaultFile.write(runs, fault());
    Files.writeString(file, Files.readString(file).replace("\"NaN\"", "\"0.01\""));
    assertThat(replay(file).values())
        .containsEntry("reproduced", false)
        .containsEntry("after", List.of());
  }

  @Test
  void aDumpThatWasCutIsRefused() throws IOException {
    Path file = FaultFile.write(runs, fault());
    String whole = Files.readString(file);
    Files.writeString(file, whole.replace("\"NaN\"", "\"many\""));
    assertThatThrownBy(() -> replay(file))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("many");
    Files.writeString(file, whole.replace("\"NaN\", ", ""));
    assertThatThrownBy(() -> replay(file))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("36")
        .hasMessageContaining("37");
  }
}
