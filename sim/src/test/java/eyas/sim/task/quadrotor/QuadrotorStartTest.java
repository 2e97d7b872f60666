package eyas.sim.task.quadrotor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyas.sim.device.DeviceTest;
import eyas.sim.device.Lanes;
import eyas.sim.task.LaneWorld;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * First states of episodes under the preset {@code raptor}. Bounds on means and shares are five
 * standard errors of 8192 draws.
 */
class QuadrotorStartTest extends DeviceTest {
  private static final int ENVIRONMENTS = 8192;
  private static final Lanes LANES = Lanes.of(16);
  private static final int ROW = LANES.padded(ENVIRONMENTS);
  private static final double ERROR = 5 / Math.sqrt(ENVIRONMENTS);

  private static float[] states;
  private static float[] parameters;

  @BeforeAll
  static void draw() {
    QuadrotorModel model = new QuadrotorTask().model("raptor", List.of());
    try (LaneWorld world = new LaneWorld(device, model, ENVIRONMENTS, LANES)) {
      world.reset(77);
      states = world.save().state();
      parameters = world.save().parameters();
    }
  }

  private static double[] row(float[] rows, int row) {
    double[] out = new double[ENVIRONMENTS];
    Arrays.setAll(out, e -> rows[row * ROW + e]);
    return out;
  }

  // values of the environments that do not start at the target
  private static double[] away(int row) {
    double[] values = row(states, row);
    double[] x = row(states, 0);
    double[] out = new double[ENVIRONMENTS];
    int count = 0;
    for (int e = 0; e < ENVIRONMENTS; e++) {
      if (x[e] != 0) {
        out[count++] = values[e];
      }
    }
    return Arrays.copyOf(out, count);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double square(double[] values) {
    return Arrays.stream(values).map(v -> v * v).average().orElseThrow();
  }

  private static void assertUniform(double[] values, double low, double high) {
    double size = high - low;
    assertThat(Arrays.stream(values).min().orElseThrow()).isBetween(low, low + 0.01 * size);
    assertThat(Arrays.stream(values).max().orElseThrow()).isBetween(high - 0.01 * size, high);
    assertThat(mean(values)).isCloseTo((low + high) / 2, within(ERROR * size * 0.31));
    double spread = square(values) - mean(values) * mean(values);
    assertThat(spread).isCloseTo(size * size / 12, within(ERROR * size * size * 0.09));
  }

  @Test
  void aTenthStartsAtTheTarget() {
    double share = 1 - away(0).length / (double) ENVIRONMENTS;
    assertThat(share).isCloseTo(0.1, within(0.3 * ERROR));
    for (int e = 0; e < ENVIRONMENTS; e++) {
      if (states[e] == 0) {
        for (int row : new int[] {0, 1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12}) {
          assertThat(states[row * ROW + e]).isZero();
        }
        assertThat(states[3 * ROW + e]).isEqualTo(1);
      }
    }
  }

  @Test
  void theOthersStartDisplacedAndMoving() {
    for (int axis = 0; axis < 3; axis++) {
      assertUniform(away(QuadrotorLayout.POSITION + axis), -0.5, 0.5);
      assertUniform(away(QuadrotorLayout.VELOCITY + axis), -1, 1);
      assertUniform(away(QuadrotorLayout.BODY_RATES + axis), -1, 1);
    }
    for (int rotor = 0; rotor < 4; rotor++) {
      assertUniform(row(states, QuadrotorLayout.ROTORS + rotor), 0, 0.5);
      assertThat(row(states, QuadrotorLayout.ACTION + rotor)).containsOnly(0);
    }
  }

  /** RAPTOR's code draws the angle from U(0, 1) rad; its axis is uniform on the sphere. */
  @Test
  void theTiltIsUniformAboutARandomAxis() {
    double[] w = away(QuadrotorLayout.ATTITUDE);
    double[] angles = Arrays.stream(w).map(c -> 2 * Math.acos(Math.min(1, c))).toArray();
    assertThat(Arrays.stream(angles).max().orElseThrow()).isBetween(0.99, 1.0001);
    assertThat(mean(angles)).isCloseTo(0.5, within(0.3 * ERROR));
    double[][] q = {away(4), away(5), away(6)};
    for (int axis = 0; axis < 3; axis++) {
      double[] own = q[axis];
      double[] shares = new double[own.length];
      Arrays.setAll(shares, i -> own[i] * own[i] / (sq(q[0][i]) + sq(q[1][i]) + sq(q[2][i])));
      assertThat(mean(shares)).isCloseTo(1 / 3.0, within(0.32 * ERROR));
      assertThat(mean(own)).isCloseTo(0, within(0.2 * ERROR));
    }
  }

  private static double sq(double x) {
    return x * x;
  }

  @Test
  void theForceIsNormalWithTheQuadrotorsDeviation() {
    double[] deviation = row(parameters, QuadrotorLayout.FORCE_DEVIATION);
    for (int axis = 0; axis < 3; axis++) {
      double[] force = row(states, QuadrotorLayout.FORCE + axis);
      double[] z = new double[ENVIRONMENTS];
      Arrays.setAll(z, e -> force[e] / deviation[e]);
      assertThat(mean(z)).isCloseTo(0, within(ERROR));
      assertThat(square(z)).isCloseTo(1, within(1.42 * ERROR));
      double beyond = Arrays.stream(z).filter(v -> Math.abs(v) > 2).count();
      assertThat(beyond / ENVIRONMENTS).isCloseTo(0.0455, within(0.21 * ERROR));
    }
  }
}
