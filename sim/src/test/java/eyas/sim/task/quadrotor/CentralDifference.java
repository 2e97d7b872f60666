package eyas.sim.task.quadrotor;

import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Gradients of a scalar function in double precision by central differences. */
final class CentralDifference {
  private static final double STEP = 1e-5;
  // sides of a smooth function differ by about step times curvature; of a kink by its jump
  private static final double KINK = 0.02;

  private CentralDifference() {}

  /**
   * Returns the gradient at {@code x}; empty if a kink lies within a step of it.
   *
   * @param scale size of a typical value of each input; the step is 1e-5 of it
   */
  static Optional<double[]> gradient(
      ToDoubleFunction<double[]> function, double[] x, double[] scale) {
    double[] gradient = new double[x.length];
    double here = function.applyAsDouble(x);
    double largest = 0;
    double jump = 0;
    for (int i = 0; i < x.length; i++) {
      double step = STEP * scale[i];
      double forward = (at(function, x, i, step) - here) / step;
      double backward = (here - at(function, x, i, -step)) / step;
      gradient[i] = (forward + backward) / 2;
      largest = Math.max(largest, Math.abs(gradient[i]) * scale[i]);
      jump = Math.max(jump, Math.abs(forward - backward) * scale[i]);
    }
    return jump > KINK * largest ? Optional.empty() : Optional.of(gradient);
  }

  private static double at(ToDoubleFunction<double[]> function, double[] x, int i, double step) {
    double[] moved = x.clone();
    moved[i] += step;
    return function.applyAsDouble(moved);
  }
}
