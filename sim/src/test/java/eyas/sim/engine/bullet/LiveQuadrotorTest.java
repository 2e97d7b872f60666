package eyas.sim.engine.bullet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyas.assets.robot.NamedQuadrotors;
import eyas.assets.robot.QuadrotorParameters;
import eyas.sim.engine.EngineException;
import eyas.sim.task.quadrotor.QuadrotorLayout;
import eyas.sim.task.quadrotor.QuadrotorRows;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LiveQuadrotorTest {
  private static final QuadrotorParameters X500 = NamedQuadrotors.get("x500");
  private static final QuadrotorLayout LAYOUT =
      new QuadrotorLayout(true, false, true, true, false, false);

  @Test
  void tenStepsAreOneControlPeriodOfTheEngine() {
    float[] command = {0.2f, 0.3f, -0.1f, 0.5f};
    float[] state = new float[LAYOUT.stateRows()];
    float[] parameters = new float[QuadrotorLayout.PARAMETER_ROWS];
    state[QuadrotorLayout.POSITION + 2] = 2;
    state[QuadrotorLayout.ATTITUDE] = 1;
    state[QuadrotorLayout.FORCE] = 0.5f;
    QuadrotorRows.fill(X500, QuadrotorRows.Surroundings.calm(1), parameters);
    LiveQuadrotor live = new LiveQuadrotor(X500, new double[] {0, 0, 2}, 0);
    live.push(new double[] {0.5, 0, 0}, new double[3]);
    try (BulletEngine engine = new BulletEngine(LAYOUT, 1)) {
      engine.reset(state, parameters);
      for (int period = 0; period < 30; period++) {
        engine.step(command);
        for (int step = 0; step < 10; step++) {
          live.step(command);
        }
      }
      engine.state(state);
    }
    float[] seen = new float[QuadrotorLayout.BODY_ROWS];
    live.state(seen);
    assertThat(seen).isEqualTo(Arrays.copyOf(state, QuadrotorLayout.BODY_ROWS));
  }

  @Test
  void rotorsThatAreOffRunDown() {
    LiveQuadrotor live = new LiveQuadrotor(X500, new double[] {0, 0, 2}, 1);
    float[] seen = new float[QuadrotorLayout.BODY_ROWS];
    for (int step = 0; step < 200; step++) {
      live.step(new float[] {0, 0, 0, 0});
    }
    live.state(seen);
    assertThat(seen[QuadrotorLayout.ROTORS]).isBetween(0.4f, 0.5f);
    for (int step = 0; step < 500; step++) {
      live.coast();
    }
    live.state(seen);
    assertThat(seen[QuadrotorLayout.ROTORS]).isLessThan(1e-3f);
    assertThat(seen[QuadrotorLayout.VELOCITY + 2]).isLessThan(-4);
  }

  @Test
  void refusesCommandsOfAnotherLength() {
    LiveQuadrotor live = new LiveQuadrotor(X500, new double[3], 0);
    assertThatThrownBy(() -> live.step(new float[3]))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("3 commands");
  }
}
