package eyas.distill.vision;

import eyas.distill.DistillException;

/**
 * Settings of a distillation to images. An iteration flies one window and learns from the last
 * windows.
 *
 * @param studentGroup sensed group that the student sees behind its images
 * @param steps steps of a window; a student with memory is differentiated through one window
 * @param windows number of windows, that is, iterations
 * @param teacherWindows windows until the student drives all environments; the teacher drives all
 *     of them in the first window, and ever fewer, linearly, until then
 * @param replay number of last windows that are learned from
 * @param updates gradient steps an iteration
 * @param environments environments of one window in a gradient step
 * @param rate first learning rate of Adam
 * @param lastRate learning rate at the end; falls along half a cosine
 * @param clip largest norm of the gradient
 * @param relationWeight weight λ of the distance between the matrices of cosines; 0 leaves it out
 * @param copyHead whether the student's head begins as the teacher's
 */
public record VisionConfig(
    String studentGroup,
    int steps,
    int windows,
    int teacherWindows,
    int replay,
    int updates,
    int environments,
    double rate,
    double lastRate,
    double clip,
    double relationWeight,
    boolean copyHead) {
  /** Checks the numbers. */
  public VisionConfig {
    positive("steps", steps);
    positive("windows", windows);
    positive("replay", replay);
    positive("updates", updates);
    positive("environments", environments);
    positive("rate", rate);
    positive("last-rate", lastRate);
    positive("clip", clip);
    if (!(relationWeight >= 0) || teacherWindows < 0) {
      throw new DistillException(
          "relation-weight is "
              + relationWeight
              + " and teacher-windows "
              + teacherWindows
              + ", but neither can be negative.");
    }
  }

  /** Returns the learning rate after a number of windows. */
  double rateAfter(long done) {
    double progress = Math.min(1, (double) done / windows);
    return lastRate + (rate - lastRate) * 0.5 * (1 + Math.cos(Math.PI * progress));
  }

  /** Returns the share of environments that the teacher drives after a number of windows. */
  double teacherShare(long done) {
    return done < teacherWindows ? 1 - (double) done / teacherWindows : 0;
  }

  private static void positive(String key, double value) {
    if (!(value > 0)) {
      throw new DistillException(key + " is " + value + ", but must be positive.");
    }
  }
}
