package eyas.sim.engine.truth;

import static eyas.sim.engine.truth.Scenes.box;
import static eyas.sim.engine.truth.Scenes.ground;
import static eyas.sim.engine.truth.Scenes.shaft;
import static eyas.sim.engine.truth.Scenes.wheel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eyas.assets.scene.Actuator;
import eyas.assets.scene.Scene;
import eyas.assets.spatial.Pose;
import eyas.sim.engine.Engine;
import eyas.sim.engine.EngineException;
import eyas.sim.engine.scene.AffineCommands;
import eyas.sim.engine.scene.SceneLayout;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows, delays and resets. */
public interface ContractTruths extends Truth {
  /** Share of a control period by which a delay may be wrong: half a time step of ten. */
  default double delayTolerance() {
    return 0.05;
  }

  /** A command acts for the part of the period that is left after the delay. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3, 0.5, 0.84, 1})
  default void commandsArriveAfterTheirDelay(double delay) {
    Scene scene = Scenes.of(wheel(shaft(), 0.02, new Actuator.Torque("shaft", 10)));
    try (SceneRun run = run(scene)) {
      SceneLayout layout = run.layout();
      run.parameter(0, layout.delayRow(), delay).set(0, layout.commandRow(), -2);
      double period = scene.controlPeriod();
      run.command(0, 4).run(period);
      double speed = (4 * (1 - delay) - 2 * delay) * period / 0.02;
      assertThat(run.speed(0)).isCloseTo(speed, within(delayTolerance() * 6 * period / 0.02));
      assertThat(run.get(0, layout.commandRow())).as("command row").isEqualTo(4);
    }
  }

  /** The same start gives the same bits, whatever happened before. */
  @Test
  default void resetForgets() {
    try (SceneRun run = run(busy())) {
      float[] start = run.state();
      float[] first = run.run(0.5).state();
      run.run(0.5);
      for (int row = 0; row < start.length; row++) {
        run.set(0, row, start[row]);
      }
      float[] second = run.restart().run(0.5).state();
      assertThat(second).containsExactly(first);
    }
  }

  /** Two engines give the same bits. */
  @Test
  default void runsAreRepeatable() {
    try (SceneRun one = run(busy());
        SceneRun other = run(busy())) {
      assertThat(one.run(1).state()).containsExactly(other.run(1).state());
    }
  }

  /** Returns a scene with a robot and bodies. */
  static Scene busy() {
    return Scenes.of(
        List.of(Scenes.pendulum(2, 0.3, 0.2)),
        List.of(
            box("low", 0.3, 0.05, 0.06, 0.05, 0.5, Pose.at(1, 0, 0.06)),
            box("high", 0.3, 0.05, 0.05, 0.05, 0.5, Pose.at(1.02, 0.01, 0.2))),
        ground(0.5));
  }

  /** Buffers of the wrong size are refused in a sentence. */
  @Test
  default void refusesWrongBuffers() {
    SceneLayout layout = new SceneLayout(busy());
    try (Engine engine = open(layout, AffineCommands.unit(0), 2)) {
      assertThatThrownBy(() -> engine.reset(new float[3], new float[4]))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("3 state values");
    }
  }
}
