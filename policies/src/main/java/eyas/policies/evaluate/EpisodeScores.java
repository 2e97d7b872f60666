package eyas.policies.evaluate;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What one policy reached in every episode. Arrays are (quadrotors, episodes), row-major.
 *
 * @param quadrotors number of quadrotors
 * @param episodes episodes of each
 * @param returns sums of rewards
 * @param lengths steps flown
 * @param terminated whether the episode failed
 * @param steadyErrors mean distance to the target over the last 2.5 s [m], {@code NaN} if
 *     terminated
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data, never compared
public record EpisodeScores(
    int quadrotors,
    int episodes,
    double[] returns,
    int[] lengths,
    boolean[] terminated,
    double[] steadyErrors) {

  /** A flight succeeds if its mean distance over the last 2.5 s is at most this [m]. */
  public static final double SUCCESS_DISTANCE = 0.2;

  /** Creates scores to be filled in. */
  static EpisodeScores empty(int quadrotors, int episodes) {
    int count = quadrotors * episodes;
    return new EpisodeScores(
        quadrotors,
        episodes,
        new double[count],
        new int[count],
        new boolean[count],
        new double[count]);
  }

  /** Copies a flown batch into one episode of every quadrotor. */
  void fill(int episode, FlightMetrics metrics) {
    for (int q = 0; q < quadrotors; q++) {
      int i = q * episodes + episode;
      returns[i] = metrics.returned(q);
      lengths[i] = metrics.length(q);
      terminated[i] = metrics.terminated(q);
      steadyErrors[i] = metrics.steadyError(q);
    }
  }

  /** Returns whether an episode was flown to the end and close to the target. */
  public boolean succeeded(int index) {
    return succeeded(terminated[index], steadyErrors[index]);
  }

  /** Returns the same of an environment whose episode has just been flown. */
  public static boolean succeeded(FlightMetrics metrics, int environment) {
    return succeeded(metrics.terminated(environment), metrics.steadyError(environment));
  }

  private static boolean succeeded(boolean failed, double steadyError) {
    return !failed && steadyError <= SUCCESS_DISTANCE;
  }

  /** Returns the mean return of each quadrotor. */
  public double[] returnsByQuadrotor() {
    return byQuadrotor(i -> returns[i]);
  }

  /** Returns the fraction of successful episodes of each quadrotor. */
  public double[] successByQuadrotor() {
    return byQuadrotor(i -> succeeded(i) ? 1 : 0);
  }

  /** Returns the mean length of each quadrotor [steps]. */
  public double[] lengthsByQuadrotor() {
    return byQuadrotor(i -> lengths[i]);
  }

  /** Returns the fraction of terminated episodes of each quadrotor. */
  public double[] terminatedByQuadrotor() {
    return byQuadrotor(i -> terminated[i] ? 1 : 0);
  }

  private double[] byQuadrotor(IntToDoubleFunction value) {
    double[] means = new double[quadrotors];
    Arrays.setAll(
        means,
        q ->
            IntStream.range(q * episodes, (q + 1) * episodes)
                .mapToDouble(value)
                .average()
                .orElse(Double.NaN));
    return means;
  }
}
