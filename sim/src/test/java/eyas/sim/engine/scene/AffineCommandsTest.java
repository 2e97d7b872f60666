package eyas.sim.engine.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyas.sim.engine.EngineException;
import org.junit.jupiter.api.Test;

class AffineCommandsTest {
  @Test
  void scalesShiftsAndClampsEveryEnvironment() {
    CommandMap map = new AffineCommands(new float[] {1, -2}, new float[] {2, 0.5f});
    float[] out = new float[6];
    map.commands(new float[] {0, 0.5f, -7, 1, -1, 3}, 3, out);
    assertThat(out).containsExactly(1, 2, -1, -1.5f, -2.5f, -1.5f);
    assertThat(map.actions()).isEqualTo(2);
    assertThat(map.commands()).isEqualTo(2);
  }

  @Test
  void keepsWhatIsNotANumber() {
    float[] out = new float[1];
    AffineCommands.unit(1).commands(new float[] {Float.NaN}, 1, out);
    assertThat(out[0]).isNaN();
  }

  @Test
  void refusesBuffersOfTheWrongSize() {
    assertThatThrownBy(() -> AffineCommands.scaled(2, 3).commands(new float[3], 2, new float[4]))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("3 action values");
    assertThatThrownBy(() -> new AffineCommands(new float[1], new float[2]))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("1 offsets and 2 scales");
  }
}
