package eyas.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eyas.policies.DeviceTest;
import eyas.policies.analytic.AnalyticConfig;
import eyas.policies.analytic.AnalyticException;
import eyas.policies.analytic.AnalyticTrainer;
import eyas.policies.analytic.FlightProgram;
import eyas.policies.analytic.FlightRecord;
import eyas.policies.analytic.LaneNetwork;
import eyas.sim.device.Lanes;
import eyas.sim.random.Philox;
import eyas.sim.task.LaneWorld;
import eyas.sim.task.Task;
import eyas.sim.task.TaskModel;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A task from outside is found, steps in every lane width, and is learned by its adjoint. */
class CartsTest extends DeviceTest {
  private static final int ENVIRONMENTS = 10;
  private static final int FLIGHTS = 256;

  private static TaskModel carts() {
    return ServiceLoader.load(Task.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(task -> task.name().equals("carts"))
        .findFirst()
        .orElseThrow()
        .model("default", List.of());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 8, 16})
  void aWorldOfItStepsAsInPlainJava(int width) {
    try (LaneWorld world = new LaneWorld(device, carts(), ENVIRONMENTS, Lanes.of(width))) {
      world.reset(3);
      int padded = world.padded();
      float[] actions = new float[4 * ENVIRONMENTS];
      Philox random = Philox.host(3, 1);
      float[] seen = new float[8 * ENVIRONMENTS];
      for (int step = 0; step < 20; step++) {
        float[] before = world.save().state();
        float[] mass = world.save().parameters();
        for (int i = 0; i < actions.length; i++) {
          actions[i] = (float) random.uniform(-1.5, 1.5);
        }
        world.step(actions);
        world.observe("encoders", seen);
        for (int e = 0; e < ENVIRONMENTS; e++) {
          for (int i = 0; i < 4; i++) {
            double force = 2 * Math.max(-1, Math.min(1, actions[4 * e + i]));
            double v =
                before[(4 + i) * padded + e] + 0.05 * (force + before[8 * padded + e]) / mass[e];
            double x = before[i * padded + e] + 0.05 * v;
            assertThat((double) seen[8 * e + i]).isCloseTo(x, within(1e-5));
            assertThat((double) seen[8 * e + 4 + i]).isCloseTo(v, within(1e-5));
          }
        }
      }
    }
  }

  /**
   * Carts that are not pushed stay where they start, about 1.1 m from the goal. A gradient of the
   * wrong sign drives them off the rails; one without the term through the velocity cannot brake.
   */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aPolicyLearnsToHoldThem(boolean recurrent) {
    LaneNetwork network = recurrent ? LaneNetwork.gru(8, 16, 4) : LaneNetwork.mlp(8, 16, 4);
    AnalyticConfig config = new AnalyticConfig(64, 40, 150, 1e-2, 0.1, 1, 1e6);
    TaskModel model = carts();
    float[] untrained;
    float[] trained;
    try (AnalyticTrainer trainer =
        new AnalyticTrainer(
            device,
            Lanes.of(16),
            model,
            "encoders",
            network,
            1,
            config,
            (member, random, out) -> model.sampleParameters(random, out),
            Optional.empty(),
            4)) {
      untrained = trainer.weights();
      for (int i = 0; i < config.updates(); i++) {
        trainer.update();
      }
      trained = trainer.weights();
    }
    try (FlightProgram flight =
        new FlightProgram(device, Lanes.of(8), model, "encoders", network, FLIGHTS)) {
      flight.parameters(parameters(model));
      flight.weights(untrained);
      FlightRecord before = flight.fly(8, 1);
      flight.weights(trained);
      FlightRecord after = flight.fly(8, 1);
      String who = network + ", seed 4: " + before.meanReturn() + " to " + after.meanReturn();
      assertThat(before.successShare(0.25)).as(who).isLessThan(0.1);
      assertThat(after.successShare(0.25)).as(who).isGreaterThan(0.95);
      assertThat(after.failedShare()).as(who).isZero();
      assertThat(after.meanReturn()).as(who).isGreaterThan(before.meanReturn() + 30);
    }
  }

  private static float[] parameters(TaskModel model) {
    float[] all = new float[2 * FLIGHTS];
    float[] one = new float[2];
    for (int e = 0; e < FLIGHTS; e++) {
      model.sampleParameters(new Philox(5, e, 0, 0, 1), one);
      System.arraycopy(one, 0, all, 2 * e, 2);
    }
    return all;
  }

  @Test
  void aTaskWithoutAdjointsIsSentToAnotherLearner() {
    assertThatThrownBy(
            () ->
                new AnalyticTrainer(
                    device,
                    Lanes.of(4),
                    new CartsModel(false),
                    "encoders",
                    LaneNetwork.mlp(8, 8, 4),
                    1,
                    new AnalyticConfig(16, 4, 1, 1e-3, 1, 1, 1),
                    (member, random, out) -> {},
                    Optional.empty(),
                    1))
        .isInstanceOf(AnalyticException.class)
        .hasMessageContaining("'carts' has no adjoint")
        .hasMessageContaining("ppo");
  }
}
