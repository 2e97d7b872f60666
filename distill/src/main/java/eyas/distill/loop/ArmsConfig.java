package eyas.distill.loop;

import eyas.policies.analytic.AnalyticConfig;

/**
 * How three students are compared; section {@code arms} of a task's YAML. The numbers of updates
 * are chosen so that the arms take about the same time; fixed numbers, unlike a clock, give the
 * same students twice.
 *
 * @param analytic batch, horizon and optimizer of the task's own gradient
 * @param distillShare share of the third arm that is distillation
 * @param examEpisodes episodes on each task of the final examination
 */
public record ArmsConfig(AnalyticConfig analytic, double distillShare, int examEpisodes) {
  /** Checks the numbers. */
  public ArmsConfig {
    if (!(distillShare > 0 && distillShare < 1) || examEpisodes < 1) {
      throw new DistillException(
          "arms.distill-share is "
              + distillShare
              + " and exam-episodes "
              + examEpisodes
              + "; the first must lie between 0 and 1, the second be at least 1.");
    }
  }
}
