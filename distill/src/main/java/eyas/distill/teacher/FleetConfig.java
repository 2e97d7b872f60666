package eyas.distill.teacher;

import eyas.distill.DistillException;
import eyas.policies.analytic.AnalyticConfig;
import java.util.OptionalDouble;

/**
 * How a fleet of teachers is trained, each for its own quadrotor; section {@code fleet} of a task's
 * YAML.
 *
 * @param teachers number of teachers that train side by side
 * @param width size of the two hidden layers
 * @param window batch of each teacher, horizon and optimizer of the first round
 * @param retake the same for the rounds after it, of those that have not passed
 * @param rounds most rounds, at least one
 * @param windowsPerIteration updates between two examinations
 * @param examEpisodes episodes of each teacher's examination, a multiple of 16
 * @param passLength mean length at which a teacher has passed [steps]; all passed: training ends
 */
public record FleetConfig(
    int teachers,
    int width,
    AnalyticConfig window,
    AnalyticConfig retake,
    int rounds,
    int windowsPerIteration,
    int examEpisodes,
    double passLength) {
  /** Checks the number of teachers. */
  public FleetConfig {
    if (teachers < 1 || rounds < 1) {
      throw new DistillException(
          "fleet.teachers is "
              + teachers
              + " and fleet.rounds "
              + rounds
              + "; at least one teacher and one round are needed.");
    }
  }

  /**
   * Returns how each teacher is trained.
   *
   * @param round from 0
   */
  public TeacherConfig training(int round) {
    return new TeacherConfig(
        width,
        round == 0 ? window : retake,
        windowsPerIteration,
        examEpisodes,
        OptionalDouble.of(passLength));
  }
}
