package eyas.distill.weight;

/** How much one step counts beside the others; the loss divides by the sum of all weights. */
@FunctionalInterface
public interface StepWeight {
  /**
   * Returns the weight, at least zero.
   *
   * @param step step of the window
   * @param distance squared distance of the student's action from the teacher's
   */
  double at(int step, double distance);

  /** All steps alike. */
  static StepWeight uniform() {
    return (step, distance) -> 1;
  }
}
