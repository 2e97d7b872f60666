package eyas.bridge.node.quadrotor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TargetFrameTest {
  private static final long SEED = 5;
  private static final Offset<Float> CLOSE = Offset.offset(1e-5f);

  @Test
  void equalsTheMatrixProductWithTheTurnedFrame() {
    Random random = new Random(SEED);
    for (int trial = 0; trial < 100; trial++) {
      double yaw = 6 * random.nextDouble() - 3;
      double[] q = unit(random);
      double[] p = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
      TargetFrame target = new TargetFrame();
      target.position(1, -2, 0.5);
      target.velocity(0.1, 0.2, -0.3);
      target.yaw(yaw);
      float[] out = new float[15];
      target.positionError(p[0], p[1], p[2], out, 0);
      target.velocityError(p[0], p[1], p[2], out, 3);
      target.rotation(q[0], q[1], q[2], q[3], out, 6);
      // a second way: the conjugate of the yaw quaternion, by quaternion products
      double[] turn = {Math.cos(yaw / 2), 0, 0, -Math.sin(yaw / 2)};
      expect(rotate(turn, p[0] - 1, p[1] + 2, p[2] - 0.5), out, 0, 1, trial);
      expect(rotate(turn, p[0] - 0.1, p[1] - 0.2, p[2] + 0.3), out, 3, 1, trial);
      double[] turned = product(turn, q);
      expect(rotate(turned, 1, 0, 0), out, 6, 3, trial);
      expect(rotate(turned, 0, 1, 0), out, 7, 3, trial);
      expect(rotate(turned, 0, 0, 1), out, 8, 3, trial);
    }
  }

  private static void expect(double[] wanted, float[] out, int from, int stride, int trial) {
    for (int i = 0; i < 3; i++) {
      assertThat(out[from + i * stride])
          .as("value %d from %d, trial %d, seed %d", i, from, trial, SEED)
          .isCloseTo((float) wanted[i], CLOSE);
    }
  }

  private static double[] unit(Random random) {
    double[] q = new double[4];
    double norm = 0;
    for (int i = 0; i < 4; i++) {
      q[i] = random.nextGaussian();
      norm += q[i] * q[i];
    }
    for (int i = 0; i < 4; i++) {
      q[i] /= Math.sqrt(norm);
    }
    return q;
  }

  private static double[] product(double[] a, double[] b) {
    return new double[] {
      a[0] * b[0] - a[1] * b[1] - a[2] * b[2] - a[3] * b[3],
      a[0] * b[1] + a[1] * b[0] + a[2] * b[3] - a[3] * b[2],
      a[0] * b[2] - a[1] * b[3] + a[2] * b[0] + a[3] * b[1],
      a[0] * b[3] + a[1] * b[2] - a[2] * b[1] + a[3] * b[0]
    };
  }

  private static double[] rotate(double[] q, double x, double y, double z) {
    double[] conjugate = {q[0], -q[1], -q[2], -q[3]};
    double[] v = product(product(q, new double[] {0, x, y, z}), conjugate);
    return new double[] {v[1], v[2], v[3]};
  }
}
