package eyas.distill.loop;

import eyas.distill.DistillException;
import eyas.distill.student.StudentSpec;
import eyas.distill.target.Divergence;
import eyas.policies.analytic.AnalyticConfig;

/**
 * Settings of a distillation on the fused kernels; section {@code distill} of a task's YAML.
 *
 * @param form the student's form
 * @param width the student's embedding and hidden size
 * @param window batch, horizon and optimizer
 * @param rollIn whose states the student learns on
 * @param teacherWindows windows that the teacher flies first, with teacher-then-student
 * @param divergence distance to the teacher; the fused kernels have the squared one
 * @param rl the task's own loss beside the teacher
 * @param rlWeight its weight, with analytic
 * @param rlStart share of the run after which it takes over, with phase
 * @param windowsPerIteration updates between two examinations
 * @param examEpisodes episodes of an examination
 * @param rollbackMargin the best snapshot is restored when the return falls this far below its own
 */
public record DistillConfig(
    StudentSpec.Form form,
    int width,
    AnalyticConfig window,
    RollIn.Kind rollIn,
    int teacherWindows,
    Divergence divergence,
    RlTerm.Kind rl,
    double rlWeight,
    double rlStart,
    int windowsPerIteration,
    int examEpisodes,
    double rollbackMargin) {
  /** Checks the numbers. */
  public DistillConfig {
    require(teacherWindows >= 0, "teacher-windows", teacherWindows, "zero or more");
    require(rlWeight >= 0, "rl-weight", rlWeight, "zero or more");
    require(rlStart >= 0 && rlStart <= 1, "rl-start", rlStart, "from 0 to 1");
    require(windowsPerIteration >= 1, "windows-per-iteration", windowsPerIteration, "at least 1");
    require(examEpisodes >= 1, "exam-episodes", examEpisodes, "at least 1");
    require(rollbackMargin > 0, "rollback-margin", rollbackMargin, "positive");
  }

  private static void require(boolean holds, String key, double given, String allowed) {
    if (!holds) {
      throw new DistillException(
          "distill." + key + " is " + given + "; it must be " + allowed + ".");
    }
  }

  /** Returns who flies. */
  public RollIn flying() {
    return rollIn.with(teacherWindows);
  }

  /** Returns the term of the task's own loss. */
  public RlTerm term() {
    return rl.with(rlWeight, rlStart);
  }

  /** Returns these settings with another number of updates. */
  public DistillConfig withUpdates(int updates) {
    return new DistillConfig(
        form,
        width,
        window.withUpdates(updates),
        rollIn,
        teacherWindows,
        divergence,
        rl,
        rlWeight,
        rlStart,
        windowsPerIteration,
        examEpisodes,
        rollbackMargin);
  }
}
