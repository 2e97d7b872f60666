package eyas.distill.teacher;

import eyas.distill.DistillException;
import eyas.policies.analytic.AnalyticConfig;
import java.util.OptionalDouble;

/**
 * How a teacher is trained; section {@code teacher} of a task's YAML.
 *
 * @param width size of the two hidden layers
 * @param window batch, horizon and optimizer
 * @param windowsPerIteration updates between two examinations
 * @param examEpisodes episodes of an examination, a multiple of 16
 * @param stopAtLength training ends as soon as the best snapshot's mean length reaches this
 *     [steps]; empty: after all updates
 */
public record TeacherConfig(
    int width,
    AnalyticConfig window,
    int windowsPerIteration,
    int examEpisodes,
    OptionalDouble stopAtLength) {
  /** Checks the numbers. */
  public TeacherConfig {
    if (windowsPerIteration < 1 || examEpisodes < 16 || examEpisodes % 16 != 0) {
      throw new DistillException(
          "teacher.windows-per-iteration is "
              + windowsPerIteration
              + " and exam-episodes "
              + examEpisodes
              + "; the first must be positive and the second a positive multiple of 16.");
    }
  }
}
