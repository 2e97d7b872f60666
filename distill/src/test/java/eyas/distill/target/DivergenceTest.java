package eyas.distill.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import eyas.policies.network.TorchEngine;
import eyas.sim.random.Philox;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class DivergenceTest {
  private static final int SAMPLES = 1_000_000;
  private static final double[] MEANS = {-1, 0.2, 1.5};
  private static final double[] DEVIATIONS = {0.3, 0.5, 0.4};
  private static final double[] WEIGHTS = {0.2, 0.5, 0.3};

  private static double density(double x, double mean, double deviation) {
    double z = (x - mean) / deviation;
    return -0.5 * z * z - Math.log(deviation) - 0.5 * Math.log(2 * Math.PI);
  }

  private static double sampledKl(
      double m, double s, DoubleUnaryOperator p, DoubleUnaryOperator q) {
    Philox random = Philox.host(7, 1);
    double sum = 0;
    for (int i = 0; i < SAMPLES; i++) {
      double x = m + s * random.nextGaussian();
      sum += p.applyAsDouble(x) - q.applyAsDouble(x);
    }
    return sum / SAMPLES;
  }

  private static double closed(Divergence divergence, double m1, double s1, double m2, double s2) {
    try (NDManager manager = TorchEngine.open(1)) {
      Gaussians student = gaussians(manager, m1, s1);
      Gaussians target = gaussians(manager, m2, s2);
      return divergence.between(student, target).toDoubleArray()[0];
    }
  }

  private static Gaussians gaussians(NDManager manager, double mean, double deviation) {
    return new Gaussians(
        manager.create(new double[] {mean}, new Shape(1, 1)),
        manager.create(new double[] {Math.log(deviation)}, new Shape(1, 1)));
  }

  @Test
  void klEqualsTheMeanOfAMillionSampledLogRatios() {
    DoubleUnaryOperator student = x -> density(x, 0.4, 0.7);
    DoubleUnaryOperator target = x -> density(x, -0.3, 0.5);
    assertThat(closed(Divergence.REVERSE_KL, 0.4, 0.7, -0.3, 0.5))
        .isCloseTo(sampledKl(0.4, 0.7, student, target), within(0.01));
    assertThat(closed(Divergence.FORWARD_KL, 0.4, 0.7, -0.3, 0.5))
        .isCloseTo(sampledKl(-0.3, 0.5, target, student), within(0.01));
  }

  @Test
  void jensenShannonEqualsSamplesAgainstTheNumericallyNormalisedGeometricMean() {
    DoubleUnaryOperator student = x -> density(x, 0.4, 0.7);
    DoubleUnaryOperator target = x -> density(x, -0.3, 0.5);
    double mass = 0;
    for (double x = -8; x < 8; x += 1e-3) {
      mass += 1e-3 * Math.exp(0.5 * (student.applyAsDouble(x) + target.applyAsDouble(x)));
    }
    double logMass = Math.log(mass);
    DoubleUnaryOperator middle =
        x -> 0.5 * (student.applyAsDouble(x) + target.applyAsDouble(x)) - logMass;
    double sampled =
        0.5 * sampledKl(0.4, 0.7, student, middle) + 0.5 * sampledKl(-0.3, 0.5, target, middle);
    assertThat(closed(Divergence.JENSEN_SHANNON, 0.4, 0.7, -0.3, 0.5))
        .isCloseTo(sampled, within(0.005));
    assertThat(closed(Divergence.JENSEN_SHANNON, -0.3, 0.5, 0.4, 0.7))
        .isCloseTo(closed(Divergence.JENSEN_SHANNON, 0.4, 0.7, -0.3, 0.5), within(1e-12));
  }

  @Test
  void everyDivergenceSumsOverActionsAndVanishesAtTheTarget() {
    try (NDManager manager = TorchEngine.open(1)) {
      NDArray mean = manager.create(new double[] {1, 2, 3, -1}, new Shape(2, 2));
      NDArray log = manager.create(new double[] {-1, 0, 0.5, 1}, new Shape(2, 2));
      Gaussians same = new Gaussians(mean, log);
      Gaussians moved = new Gaussians(mean.add(1), log.add(0.2));
      for (Divergence divergence : Divergence.values()) {
        assertThat(divergence.between(same, same).toDoubleArray())
            .as(divergence.name())
            .containsExactly(new double[] {0, 0}, within(1e-12));
        assertThat(divergence.between(moved, same).toDoubleArray())
            .as(divergence.name())
            .satisfies(v -> assertThat(v[0]).isGreaterThan(0.05))
            .satisfies(v -> assertThat(v[1]).isGreaterThan(0.05));
      }
    }
  }

  /** One student for three teachers that it cannot tell apart: moments, or precisions. */
  @Test
  void aliasedTeachersAreMatchedInMomentsForwardAndInPrecisionsBackward() {
    double[] forward = descend(Divergence.FORWARD_KL);
    assertThat(forward[0]).isCloseTo(0.35, within(0.002));
    assertThat(forward[1]).isCloseTo(0.98, within(0.005));
    double[] reverse = descend(Divergence.REVERSE_KL);
    assertThat(reverse[0]).isCloseTo(0.162, within(0.002));
    assertThat(reverse[1]).isCloseTo(0.405, within(0.002));
  }

  private static double[] descend(Divergence divergence) {
    try (NDManager manager = TorchEngine.open(1)) {
      NDArray mean = manager.zeros(new Shape(1, 1), DataType.FLOAT64);
      NDArray log = manager.zeros(new Shape(1, 1), DataType.FLOAT64);
      mean.setRequiresGradient(true);
      log.setRequiresGradient(true);
      NDArray means = manager.create(MEANS, new Shape(3, 1)).duplicate();
      NDArray logs = manager.create(DEVIATIONS, new Shape(3, 1)).duplicate().log();
      NDArray weights = manager.create(WEIGHTS, new Shape(3)).duplicate();
      for (int i = 0; i < 1500; i++) {
        try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
          NDArray distance =
              divergence.between(new Gaussians(mean, log), new Gaussians(means, logs));
          collector.backward(distance.mul(weights).sum());
        }
        follow(mean);
        follow(log);
      }
      return new double[] {mean.toDoubleArray()[0], Math.exp(log.toDoubleArray()[0])};
    }
  }

  // DJL adds gradients up until they are taken away
  private static void follow(NDArray value) {
    try (NDArray gradient = value.getGradient()) {
      value.subi(gradient.mul(0.02));
      gradient.subi(gradient);
    }
  }
}
