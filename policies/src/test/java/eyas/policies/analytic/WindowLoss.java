package eyas.policies.analytic;

import eyas.policies.checkpoint.CheckpointReader;
import eyas.policies.checkpoint.CheckpointWriter;
import java.util.function.ToDoubleFunction;

/** The loss of one window as a function of the weights: every call begins from the same states. */
final class WindowLoss {
  private final AnalyticTrainer trainer;
  private final CheckpointReader start;
  private final float[] weights;
  private final boolean teacherFlies;
  private final ToDoubleFunction<WindowStatistics> loss;

  WindowLoss(
      AnalyticTrainer trainer, boolean teacherFlies, ToDoubleFunction<WindowStatistics> loss) {
    this.trainer = trainer;
    this.teacherFlies = teacherFlies;
    this.loss = loss;
    this.weights = trainer.weights();
    CheckpointWriter writer = new CheckpointWriter();
    trainer.save(writer);
    this.start = writer.toReader();
  }

  /** Returns the gradient at the first weights, as the kernels compute it. */
  float[] gradient() {
    window(weights);
    return trainer.gradient();
  }

  /** Returns the derivative along a direction at the first weights, to fourth order in the step. */
  double along(float[] direction, double step) {
    double near = at(direction, step) - at(direction, -step);
    double far = at(direction, 2 * step) - at(direction, -2 * step);
    return (8 * near - far) / (12 * step);
  }

  private double at(float[] direction, double step) {
    float[] moved = weights.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += (float) (step * direction[i]);
    }
    window(moved);
    WindowStatistics statistics = trainer.statistics();
    if (statistics.lostShare() > 0) {
      throw new AssertionError("An episode began anew inside the window: the loss has a jump.");
    }
    return loss.applyAsDouble(statistics);
  }

  private void window(float[] at) {
    trainer.restore(start);
    trainer.setWeights(at);
    trainer.update(teacherFlies);
  }
}
