package eyas.distill.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eyas.distill.loop.DistillException;
import eyas.sim.random.Philox;
import org.junit.jupiter.api.Test;

class ProbeTest {
  private static ProbeData data(double signal, double noise) {
    Philox random = Philox.host(11, 1);
    int count = 4000;
    double[][] hidden = new double[count][4];
    double[] property = new double[count];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < 3; j++) {
        hidden[i][j] = random.nextGaussian();
      }
      hidden[i][3] = 1; // a unit that never moves
      property[i] =
          2 + signal * (0.6 * hidden[i][0] - 0.8 * hidden[i][2]) + noise * random.nextGaussian();
    }
    return new ProbeData(hidden, property, new double[][] {{1, 2}}, new double[][] {{0, 4}});
  }

  @Test
  void r2IsTheShareOfVarianceThatALinearMapExplains() {
    LinearProbe probe = new LinearProbe("thrust-to-weight");
    assertThat(probe.measure(data(1, 0))).isCloseTo(1, within(1e-6));
    assertThat(probe.measure(data(1, 0.5))).isCloseTo(1 / 1.25, within(0.03));
    assertThat(probe.measure(data(0, 1))).isCloseTo(0, within(0.02));
    assertThat(probe.name()).isEqualTo("hidden-state-r2-thrust-to-weight");
  }

  @Test
  void theGapIsTheSquaredDistanceOfActions() {
    assertThat(new TeacherGap().measure(data(1, 0))).isEqualTo(5);
    ProbeData without =
        new ProbeData(new double[2][1], new double[2], new double[2][1], new double[0][]);
    assertThatThrownBy(() -> new TeacherGap().measure(without))
        .isInstanceOf(DistillException.class);
  }
}
