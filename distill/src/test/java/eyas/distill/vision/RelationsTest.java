package eyas.distill.vision;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import eyas.policies.network.TorchEngine;
import eyas.sim.random.Philox;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RelationsTest {
  private static final long SEED = 5;
  private static final int ROWS = 3;
  private static final int OBJECTS = 3;
  private static final int SIZE = 4;

  private static double[] latents() {
    Philox random = Philox.host(SEED, 0);
    double[] values = new double[ROWS * OBJECTS * SIZE];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextGaussian();
    }
    // an object that is not seen
    java.util.Arrays.fill(values, 0, SIZE, 0);
    return values;
  }

  /** Another way to the loss, from the definition of the cosine. */
  private static double loss(double[] z, double[] wanted) {
    double sum = 0;
    for (int row = 0; row < ROWS; row++) {
      for (int i = 0; i < OBJECTS; i++) {
        for (int j = 0; j < OBJECTS; j++) {
          int a = (row * OBJECTS + i) * SIZE;
          int b = (row * OBJECTS + j) * SIZE;
          double cosine = dot(z, a, b) / Math.sqrt((dot(z, a, a) + 1e-6) * (dot(z, b, b) + 1e-6));
          double error = cosine - wanted[(row * OBJECTS + i) * OBJECTS + j];
          sum += error * error;
        }
      }
    }
    return sum / ROWS;
  }

  private static double dot(double[] z, int a, int b) {
    double sum = 0;
    for (int k = 0; k < SIZE; k++) {
      sum += z[a + k] * z[b + k];
    }
    return sum;
  }

  @Test
  void lossAndGradientAgreeWithTheDefinition() {
    double[] z = latents();
    double[] wanted = new double[ROWS * OBJECTS * OBJECTS];
    Philox random = Philox.host(SEED, 1);
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = random.uniform(-1, 1);
    }
    try (NDManager manager = TorchEngine.open(1)) {
      NDArray array = manager.create(z, new Shape(ROWS, OBJECTS, SIZE));
      array.setRequiresGradient(true);
      NDArray target = manager.create(wanted, new Shape(ROWS, OBJECTS, OBJECTS));
      double value;
      try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
        NDArray distance = Relations.distance(Relations.cosines(array), target);
        collector.backward(distance);
        value = distance.toType(DataType.FLOAT64, false).toDoubleArray()[0];
      }
      assertThat(value).as("seed %d", SEED).isCloseTo(loss(z, wanted), Offset.offset(1e-9));
      double[] gradient = array.getGradient().toDoubleArray();
      for (int i = 0; i < z.length; i++) {
        double step = 1e-7;
        double[] up = z.clone();
        double[] down = z.clone();
        up[i] += step;
        down[i] -= step;
        double expected = (loss(up, wanted) - loss(down, wanted)) / (2 * step);
        assertThat(gradient[i])
            .as("latent value %d, seed %d", i, SEED)
            .isCloseTo(expected, Offset.offset(1e-4 * (1 + Math.abs(expected))));
      }
    }
  }
}
