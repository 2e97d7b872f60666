package eyas.policies.evaluate;

import java.util.List;

/**
 * Raw scores of one policy.
 *
 * @param policy name
 * @param episodes every episode of the position task
 * @param figureEights the slow and the fast figure-eight, or none
 */
public record PolicyScores(
    String policy, EpisodeScores episodes, List<FigureEightScore> figureEights) {
  /** Copies the list. */
  public PolicyScores {
    figureEights = List.copyOf(figureEights);
  }
}
