package eyas.sim.engine.bullet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eyas.sim.engine.Engine;
import eyas.sim.engine.EngineContract;
import eyas.sim.engine.EngineException;
import eyas.sim.engine.QuadrotorRows;
import eyas.sim.engine.RateLoop;
import eyas.sim.engine.reference.ReferenceEngine;
import eyas.sim.task.quadrotor.QuadrotorLayout;
import org.junit.jupiter.api.Test;

class BulletEngineTest extends EngineContract {
  @Override
  protected Engine open(QuadrotorLayout layout, int environments) {
    return new BulletEngine(layout, environments);
  }

  /** Semi-implicit Euler: half a substep times 1 g times 1 s. */
  @Override
  protected double fallTolerance() {
    return 6e-3;
  }

  @Override
  protected double spinTolerance() {
    return 5e-3;
  }

  @Override
  protected double flightTolerance() {
    return 1e-2;
  }

  @Test
  void threadsDoNotChangeTheResult() {
    QuadrotorLayout layout = layout(true, true, true, true);
    try (Engine one = new BulletEngine(layout, 7, 0.001, RateLoop.standard(), 1);
        Engine three = new BulletEngine(layout, 7, 0.001, RateLoop.standard(), 3)) {
      assertThat(randomFlight(one, layout, 3, 30).snapshot())
          .isEqualTo(randomFlight(three, layout, 3, 30).snapshot());
    }
  }

  @Test
  void gustsChangeBetweenStepsAndTheRestGoesOn() {
    QuadrotorLayout layout = layout(true, true, true, true);
    try (BulletEngine here = new BulletEngine(layout, 4);
        ReferenceEngine there = new ReferenceEngine(layout, 4)) {
      QuadrotorRows calm = randomFlight(here, layout, 5, 30);
      QuadrotorRows truth = randomFlight(there, layout, 5, 30);
      for (int e = 0; e < 4; e++) {
        calm.set(e, QuadrotorLayout.POSITION, 99, 99, 99).set(e, layout.torque() + 3, 2, 0, 0);
        truth.set(e, QuadrotorLayout.POSITION, 99, 99, 99).set(e, layout.torque() + 3, 2, 0, 0);
      }
      here.disturb(calm.snapshot());
      there.disturb(truth.snapshot());
      calm.fly(here, 20);
      truth.fly(there, 20);
      for (int e = 0; e < 4; e++) {
        double[] position = truth.get(e, QuadrotorLayout.POSITION, 3);
        assertThat(calm.get(e, QuadrotorLayout.POSITION, 3))
            .as("seed 5, environment " + e)
            .containsExactly(position, within(flightTolerance()));
        assertThat(position[0]).isLessThan(50);
        assertThat(calm.get(e, layout.torque() + 3)).isEqualTo(2);
      }
    }
  }

  @Test
  void refusesASubstepThatDoesNotDivideThePeriod() {
    assertThatThrownBy(() -> new BulletEngine(PLAIN, 1, 0.003, RateLoop.standard(), 1))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("0.003");
  }

  @Test
  void refusesBuffersOfTheWrongSize() {
    try (Engine engine = open(PLAIN, 2)) {
      assertThatThrownBy(() -> engine.step(new float[4]))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("4 command values")
          .hasMessageContaining("= 8");
    }
  }
}
