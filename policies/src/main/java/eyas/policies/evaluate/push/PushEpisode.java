package eyas.policies.evaluate.push;

/**
 * One episode.
 *
 * @param end how it ended
 * @param placed boxes that were placed
 * @param reachedOnce whether every box was placed, though the formation may not have stood
 * @param steps length [steps]
 * @param travel length of the robot's path [m]
 */
public record PushEpisode(PushEnd end, int placed, boolean reachedOnce, int steps, double travel) {
  /** Returns whether the formation stood long enough. */
  public boolean success() {
    return end == PushEnd.SUCCESS;
  }
}
