package eyas.policies.analytic;

/**
 * What a window came to, over all members and environments.
 *
 * @param loss mean loss of the task per step
 * @param lostShare share of steps after which an environment began anew
 * @param gradientNorm largest norm of a member's gradient before clipping
 * @param droppedUpdates updates dropped so far because a gradient was not finite
 * @param teacherGap mean squared distance to the teacher's action per step; zero without a teacher
 */
public record WindowStatistics(
    double loss, double lostShare, double gradientNorm, long droppedUpdates, double teacherGap) {
  static WindowStatistics of(float[] losses, float[] norms, float[] gaps, int steps) {
    int environments = losses.length / 2;
    double loss = 0;
    double lost = 0;
    double gap = 0;
    for (int e = 0; e < environments; e++) {
      loss += losses[e];
      lost += losses[environments + e];
      gap += gaps[e];
    }
    double samples = (double) environments * steps;
    double norm = 0;
    double dropped = 0;
    for (int m = 0; m < norms.length; m += 2) {
      norm = Math.max(norm, norms[m]);
      dropped += norms[m + 1];
    }
    return new WindowStatistics(
        loss / samples, lost / samples, norm, Math.round(dropped), gap / samples);
  }
}
