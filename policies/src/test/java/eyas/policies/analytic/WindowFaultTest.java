package eyas.policies.analytic;

import static org.assertj.core.api.Assertions.assertThat;

import eyas.policies.DeviceTest;
import eyas.sim.device.Lanes;
import eyas.sim.random.Philox;
import eyas.sim.task.LaneWorld;
import eyas.sim.task.WorldFault;
import eyas.sim.task.WorldSnapshot;
import eyas.sim.task.quadrotor.QuadrotorLayout;
import eyas.sim.task.quadrotor.QuadrotorModel;
import eyas.sim.task.quadrotor.QuadrotorTask;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers inside a window that are not finite are found with environment, step and field. */
class WindowFaultTest extends DeviceTest {
  private static final long SEED = 5;
  private static final int BROKEN = 21;
  private static final int STEPS = 12;

  private static QuadrotorModel model() {
    return new QuadrotorTask().model("default", List.of());
  }

  private static AnalyticTrainer trainer(QuadrotorModel model, int width, ParameterSource source) {
    return new AnalyticTrainer(
        device,
        Lanes.of(width),
        model,
        "onboard",
        LaneNetwork.gru(22, 8, 4),
        2,
        new AnalyticConfig(16, STEPS, 20, 3e-3, 0.1, 1, 100),
        source,
        Optional.empty(),
        SEED);
  }

  /** Quadrotors of a preset, one of them without a finite inertia. */
  private record OneBroken(QuadrotorModel model) implements ParameterSource {
    @Override
    public void draw(int member, Philox random, float[] out) {
      model.sampleParameters(random, out);
    }

    @Override
    public void draw(int member, int environment, Philox random, float[] out) {
      draw(member, random, out);
      if (environment == BROKEN) {
        out[QuadrotorLayout.INERTIA] = Float.NaN;
      }
    }
  }

  private static void requireSameAlone(QuadrotorModel model, WorldFault fault) {
    try (LaneWorld world = LaneWorld.alone(device, model, fault.environment())) {
      int[] counters = {fault.step() - 1, fault.episode()};
      world.restore(new WorldSnapshot(SEED, fault.before(), fault.parameters(), counters));
      world.step(fault.action());
      assertThat(world.save().state()).as("seed %d", SEED).isEqualTo(fault.after());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16})
  void aBrokenQuadrotorIsFoundAndBreaksAgainAlone(int width) {
    QuadrotorModel model = model();
    try (AnalyticTrainer trainer = trainer(model, width, new OneBroken(model))) {
      trainer.update();
      WorldFault fault = trainer.fault().orElseThrow();
      assertThat(trainer.statistics().droppedUpdates()).isEqualTo(1);
      assertThat(fault.environment()).isEqualTo(BROKEN);
      assertThat(fault.step()).isEqualTo(1);
      assertThat(fault.parameters()[QuadrotorLayout.INERTIA]).isNaN();
      assertThat(fault.after()[fault.row()]).isNaN();
      assertThat(fault.field()).isEqualTo(model.stateRow(fault.row()));
      requireSameAlone(model, fault);
      assertThat(trainer.fault()).as("a fault is handed out once").isEmpty();
    }
  }

  @Test
  void aBrokenPolicyIsFoundLaterInAnEpisode() {
    QuadrotorModel model = model();
    try (AnalyticTrainer trainer =
        trainer(model, 16, (member, random, out) -> model.sampleParameters(random, out))) {
      for (int i = 0; i < 3; i++) {
        trainer.update();
      }
      assertThat(trainer.fault()).isEmpty();
      float[] weights = trainer.weights();
      // the second member's policy
      Arrays.fill(weights, weights.length / 2, weights.length, Float.NaN);
      trainer.setWeights(weights);
      trainer.update();
      WorldFault fault = trainer.fault().orElseThrow();
      assertThat(fault.environment()).isEqualTo(16);
      assertThat(fault.action()).contains(Float.NaN);
      assertThat(fault.before()).doesNotContain(Float.NaN);
      assertThat(fault.step()).isPositive();
      assertThat(fault.episode()).isPositive();
      requireSameAlone(model, fault);
    }
  }

  @Test
  void aGradientThatOverflowsIsFoundWithItsStep() {
    QuadrotorModel model = model();
    try (AnalyticTrainer trainer =
        trainer(model, 16, (member, random, out) -> model.sampleParameters(random, out))) {
      // beyond single precision
      trainer.weigh(1e39, 0);
      trainer.update();
      WorldFault fault = trainer.fault().orElseThrow();
      assertThat(fault.field()).startsWith("gradient");
      assertThat(fault.environment()).isBetween(0, 31);
      assertThat(fault.step()).isBetween(1, STEPS);
      assertThat(fault.after()).doesNotContain(Float.NaN);
      requireSameAlone(model, fault);
    }
  }
}
