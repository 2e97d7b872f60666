package eyas.distill.loop;

import eyas.distill.DistillException;

/**
 * Settings of a distillation of sequences in DJL.
 *
 * @param studentGroup sensed group that the student sees
 * @param steps steps of a window
 * @param updates number of updates
 * @param rate learning rate of Adam
 * @param clip largest norm of the gradient
 * @param deviation first standard deviation of the student's actions
 */
public record SequenceConfig(
    String studentGroup, int steps, int updates, double rate, double clip, double deviation) {
  /** Checks the numbers. */
  public SequenceConfig {
    if (steps < 1 || updates < 1 || !(rate > 0) || !(clip > 0) || !(deviation > 0)) {
      throw new DistillException(
          "A sequence distillation needs positive steps, updates, rate, clip and deviation; given "
              + steps
              + ", "
              + updates
              + ", "
              + rate
              + ", "
              + clip
              + ", "
              + deviation
              + ".");
    }
  }
}
