package eyas.sim.engine.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyas.sim.engine.QuadrotorRows;
import eyas.sim.engine.RateLoop;
import eyas.sim.task.quadrotor.QuadrotorLayout;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReferenceDynamicsTest {
  private static final QuadrotorLayout FULL =
      new QuadrotorLayout(true, true, true, true, false, false);

  @Test
  void doesNotChangeItsArguments() {
    QuadrotorRows rows = new QuadrotorRows(FULL, 1).randomise(new Random(1));
    double[] state = rows.get(0, 0, FULL.stateRows());
    double[] parameters = rows.parameters(0, 0, QuadrotorLayout.PARAMETER_ROWS);
    double[] commands = {0.2, 2, -3, 0};
    ReferenceDynamics dynamics = new ReferenceDynamics(FULL);
    double[] first = dynamics.next(state, parameters, commands);
    assertThat(state).isEqualTo(rows.get(0, 0, FULL.stateRows()));
    assertThat(parameters).isEqualTo(rows.parameters(0, 0, QuadrotorLayout.PARAMETER_ROWS));
    assertThat(commands).containsExactly(0.2, 2, -3, 0);
    assertThat(dynamics.next(state, parameters, commands)).isEqualTo(first);
  }

  @Test
  void convergesWithFourthOrder() {
    QuadrotorLayout layout = new QuadrotorLayout(false, false, true, true, false, false);
    QuadrotorRows rows = new QuadrotorRows(layout, 1).randomise(new Random(2));
    double[] commands = {0.1, 0.1, 0.1, 0.1};
    rows.set(0, QuadrotorLayout.ROTORS, 0.1, 0.2, 0.3, 0.2);
    double[] exact = fly(layout, rows, commands, 256);
    double coarse = difference(exact, fly(layout, rows, commands, 4));
    double fine = difference(exact, fly(layout, rows, commands, 8));
    assertThat(coarse / fine).as("error ratio of halved steps").isBetween(12.0, 20.0);
  }

  // 80 ms in a number of steps
  private static double[] fly(
      QuadrotorLayout layout, QuadrotorRows rows, double[] commands, int steps) {
    var dynamics = new ReferenceDynamics(layout, 0.08 / steps, RateLoop.standard());
    double[] state = rows.get(0, 0, layout.stateRows());
    double[] parameters = rows.parameters(0, 0, QuadrotorLayout.PARAMETER_ROWS);
    for (int i = 0; i < steps; i++) {
      state = dynamics.next(state, parameters, commands);
    }
    return state;
  }

  private static double difference(double[] a, double[] b) {
    double worst = 0;
    for (int i = 0; i < QuadrotorLayout.BODY_ROWS; i++) {
      worst = Math.max(worst, Math.abs(a[i] - b[i]));
    }
    return worst;
  }

  @Test
  void roundedInverseInertiaIsUsedAsGiven() {
    QuadrotorLayout layout = new QuadrotorLayout(false, false, false, false, false, false);
    QuadrotorRows rows = new QuadrotorRows(layout, 1).thrust(0, 0, 1, 0);
    rows.set(0, QuadrotorLayout.ROTORS, 0.4, 0.4, 0.6, 0.6);
    rows.parameter(0, QuadrotorLayout.INVERSE_INERTIA, 100);
    double[] next =
        new ReferenceDynamics(layout)
            .next(
                rows.get(0, 0, layout.stateRows()),
                rows.parameters(0, 0, QuadrotorLayout.PARAMETER_ROWS),
                new double[] {-0.2, -0.2, 0.2, 0.2});
    assertThat(next[QuadrotorLayout.BODY_RATES]).isCloseTo(0.1 * 0.4 * 100 * 0.01, within(1e-6));
  }
}
