package eyas.sim.engine.truth;

import static org.assertj.core.api.Assertions.assertThat;

import eyas.sim.engine.Engine;
import eyas.sim.engine.scene.AffineCommands;
import eyas.sim.engine.scene.SceneLayout;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What an engine that steps a task's world on the host leaves to the task. */
public interface OwnershipTruths extends Truth {
  /** Rows of the task behind those of the scene stay as they are; disturb brings new ones. */
  @Test
  default void leavesOtherRowsAlone() {
    SceneLayout layout = new SceneLayout(ContractTruths.busy());
    int environments = 3;
    int rows = layout.stateRows() + 2;
    float[] parameters = new float[layout.parameterRows() * environments];
    float[] one = new float[layout.parameterRows()];
    layout.neutral(one);
    for (int row = 0; row < one.length; row++) {
      Arrays.fill(parameters, row * environments, (row + 1) * environments, one[row]);
    }
    float[] state = new float[rows * environments];
    for (int b = 0; b < 2; b++) {
      int orientation = layout.bodyRow(b) + SceneLayout.ORIENTATION;
      Arrays.fill(state, orientation * environments, (orientation + 1) * environments, 1);
      int height = layout.bodyRow(b) + 2;
      Arrays.fill(state, height * environments, (height + 1) * environments, 1 + b);
    }
    Arrays.fill(state, layout.stateRows() * environments, state.length, 7);
    try (Engine engine = open(layout, AffineCommands.unit(0), environments)) {
      engine.reset(state, parameters);
      engine.step(new float[0]);
      float[] after = new float[state.length];
      engine.state(after);
      assertThat(tail(after, layout)).containsOnly(7);
      assertThat(after[(layout.bodyRow(0) + 2) * environments]).isLessThan(1);
      Arrays.fill(after, 9);
      engine.disturb(after);
      engine.step(new float[0]);
      engine.state(after);
      assertThat(tail(after, layout)).containsOnly(9);
      double fallen = after[(layout.bodyRow(0) + 2) * environments + 1];
      assertThat(fallen).as("the body went on").isBetween(0.98, 1.0);
    }
  }

  private static float[] tail(float[] state, SceneLayout layout) {
    return Arrays.copyOfRange(state, layout.stateRows() * 3, state.length);
  }
}
