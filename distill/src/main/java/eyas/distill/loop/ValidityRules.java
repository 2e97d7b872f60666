package eyas.distill.loop;

import eyas.assets.policy.Activation;
import eyas.assets.policy.LayerSpec;
import eyas.assets.policy.NetworkSpec;
import eyas.distill.DistillException;
import eyas.distill.target.Divergence;
import eyas.distill.teacher.HostTeacher;
import eyas.sim.task.TaskDescription;

/** Combinations that would run and mean nothing: they are refused before anything starts. */
final class ValidityRules {
  private ValidityRules() {}

  /** Checks a distillation on the fused kernels. */
  static void fused(DistillConfig config, TaskDescription task, boolean teachers) {
    require(
        config.divergence() == Divergence.MSE,
        "distill.divergence is "
            + config.divergence()
            + ", but the fused kernels have no deviations; choose mse or the sequence distiller.");
    require(
        teachers || !config.term().usesTeacher(),
        "distill.rl is " + config.rl() + " and needs a teacher, but none was given; choose only.");
    require(
        teachers || config.rollIn() == RollIn.Kind.STUDENT,
        "distill.roll-in is " + config.rollIn() + ", but no teacher was given; choose student.");
    require(
        !config.term().usesWorld() || task.differentiable(),
        "distill.rl is "
            + config.rl()
            + ", but task '"
            + task.name()
            + "' has no adjoint; choose none.");
    require(
        !config.term().usesWorld() || config.rollIn() != RollIn.Kind.TEACHER,
        "distill.rl is "
            + config.rl()
            + " with roll-in teacher: the task's loss has a gradient only where the student flies;"
            + " choose student or teacher-then-student.");
  }

  /** Checks a distillation of sequences. */
  static void sequences(
      SequenceConfig config,
      DjlDistiller.Points points,
      NetworkSpec student,
      HostTeacher teacher,
      TaskDescription task) {
    require(
        student.inputs() == task.group(config.studentGroup()).size()
            && student.outputs() == task.actions().size(),
        "The student takes "
            + student.inputs()
            + " inputs and gives "
            + student.outputs()
            + " actions; the task has "
            + task.group(config.studentGroup()).size()
            + " and "
            + task.actions().size()
            + ".");
    LayerSpec last = student.layers().get(student.layers().size() - 1);
    require(
        !points.divergence().needsGaussians()
            || (last.activation() != Activation.TANH && !teacher.squashed()),
        "The divergence "
            + points.divergence()
            + " acts on Gaussians before a tanh, but student or teacher end in one; choose mse or"
            + " networks with a linear last layer.");
    require(
        !points.gate().needsOutcome() || config.steps() >= task.episodeSteps(),
        "A gate on the outcome needs windows of whole episodes: steps is "
            + config.steps()
            + ", an episode has "
            + task.episodeSteps()
            + ".");
  }

  private static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new DistillException(sentence);
    }
  }
}
