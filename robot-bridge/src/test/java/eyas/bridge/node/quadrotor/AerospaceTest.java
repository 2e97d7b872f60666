package eyas.bridge.node.quadrotor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Against numbers worked by hand, and against matrices. */
class AerospaceTest {
  private static final double ROOT = Math.sqrt(0.5);

  private static double[] rotation(double... quaternion) {
    Aerospace.rotation(quaternion);
    return quaternion;
  }

  @Test
  void levelAndFacingNorthIsAQuarterTurnFromEast() {
    assertThat(rotation(1, 0, 0, 0))
        .containsExactly(new double[] {ROOT, 0, 0, ROOT}, within(1e-15));
  }

  @Test
  void levelAndFacingEastIsNoTurn() {
    // a quarter turn clockwise seen from above is positive about down
    assertThat(rotation(ROOT, 0, 0, ROOT))
        .containsExactly(new double[] {1, 0, 0, 0}, within(1e-15));
  }

  @Test
  void rolledToTheRightFacingEastStaysRolledToTheRight() {
    double half = Math.toRadians(15);
    // roll about the nose after a quarter turn: q = yaw ⊗ roll
    double[] q = {
      ROOT * Math.cos(half), ROOT * Math.sin(half), ROOT * Math.sin(half), ROOT * Math.cos(half)
    };
    assertThat(rotation(q))
        .containsExactly(new double[] {Math.cos(half), Math.sin(half), 0, 0}, within(1e-15));
  }

  @Test
  void noseUpFacingEastIsNegativePitchInFlu() {
    double half = Math.toRadians(10);
    // pitch about right: q = yaw ⊗ pitch
    double[] q = {
      ROOT * Math.cos(half), -ROOT * Math.sin(half), ROOT * Math.sin(half), ROOT * Math.cos(half)
    };
    assertThat(rotation(q))
        .containsExactly(new double[] {Math.cos(half), 0, -Math.sin(half), 0}, within(1e-15));
  }

  @Test
  void vectorsAndHeadingsByHand() {
    double[] world = {1, 2, -3};
    Aerospace.world(world);
    assertThat(world).containsExactly(2, 1, 3);
    double[] body = {1, 2, -3};
    Aerospace.body(body);
    assertThat(body).containsExactly(1, -2, 3);
    assertThat(Aerospace.heading(0)).isEqualTo(Math.PI / 2);
    assertThat(Aerospace.heading(Math.PI / 2)).isZero();
  }

  @Test
  void turningAVectorInEitherFramesIsTheSame() {
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < 1000; round++) {
      double[] q = new double[4];
      double[] v = new double[3];
      double sum = 0;
      for (int i = 0; i < 4; i++) {
        q[i] = random.nextDouble(-1, 1);
        sum += q[i] * q[i];
      }
      for (int i = 0; i < 4; i++) {
        q[i] /= Math.sqrt(sum);
      }
      for (int i = 0; i < 3; i++) {
        v[i] = random.nextDouble(-5, 5);
      }
      // body FRD to world NED by the matrix, then to ENU
      double[] expected = multiply(q, v);
      Aerospace.world(expected);
      // body FLU to world ENU by the converted quaternion
      double[] back = q.clone();
      Aerospace.rotation(q);
      Aerospace.body(v);
      Aerospace.rotate(q, v);
      assertThat(v).as("seed 7, round %d", round).containsExactly(expected, within(1e-12));
      Aerospace.rotation(q);
      assertThat(q).containsExactly(back, within(1e-12));
    }
  }

  private static double[] multiply(double[] q, double[] v) {
    double w = q[0];
    double x = q[1];
    double y = q[2];
    double z = q[3];
    double[][] m = {
      {1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y)},
      {2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x)},
      {2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)}
    };
    double[] out = new double[3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        out[i] += m[i][j] * v[j];
      }
    }
    return out;
  }

  @Test
  void onlyRotationsAreNormalised() {
    double[] near = {1.02, 0, 0, 0};
    assertThat(Aerospace.normalise(near)).isTrue();
    assertThat(near[0]).isEqualTo(1);
    assertThat(Aerospace.normalise(new double[] {0, 0, 0, 0})).isFalse();
    assertThat(Aerospace.normalise(new double[] {2, 0, 0, 0})).isFalse();
    assertThat(Aerospace.normalise(new double[] {Double.NaN, 0, 0, 1})).isFalse();
  }
}
