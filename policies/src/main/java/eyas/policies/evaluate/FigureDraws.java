package eyas.policies.evaluate;

import eyas.policies.evaluate.Resamples.Draws;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the figures of one policy are made of, with the quadrotor as the unit: means and fractions
 * by quadrotor, medians and percentiles on the resamples that all policies share.
 */
final class FigureDraws {
  private final EpisodeScores episodes;
  private final double[] terminated;
  private final Draws steadyMedian;
  private final Draws steadyP95;
  private final Optional<Eight> eight;

  private record Eight(
      FigureEightScore slow, FigureEightScore fast, Draws rmse10, Draws rmse5, Draws lost) {}

  FigureDraws(PolicyScores scores, Resamples resamples) {
    this.episodes = scores.episodes();
    this.terminated = episodes.terminatedByQuadrotor();
    RankedValues steady = new RankedValues(episodes.steadyErrors(), episodes.episodes());
    this.steadyMedian = resamples.of(counts -> steady.percentile(50, counts));
    this.steadyP95 = resamples.of(counts -> steady.percentile(95, counts));
    List<FigureEightScore> eights = scores.figureEights();
    this.eight =
        eights.isEmpty()
            ? Optional.empty()
            : Optional.of(draw(eights.get(0), eights.get(1), resamples));
  }

  private static Eight draw(FigureEightScore slow, FigureEightScore fast, Resamples resamples) {
    RankedValues slowErrors = new RankedValues(slow.errors(), 1);
    RankedValues fastErrors = new RankedValues(fast.errors(), 1);
    double[] slowLost = slow.lost();
    double[] fastLost = fast.lost();
    return new Eight(
        slow,
        fast,
        resamples.of(counts -> slowErrors.percentile(50, counts)),
        resamples.of(counts -> fastErrors.percentile(50, counts)),
        resamples.of(counts -> Math.max(mean(slowLost, counts), mean(fastLost, counts))));
  }

  private static double mean(double[] values, int[] counts) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += counts[i] * values[i];
    }
    return sum / values.length;
  }

  /** Returns the figures: Student's t for means, Wilson's for fractions, bootstrap for the rest. */
  Figures figures() {
    return new Figures(
        fraction(episodes.successByQuadrotor()),
        Statistics.meanInterval(episodes.returnsByQuadrotor()),
        Statistics.meanInterval(episodes.lengthsByQuadrotor()),
        fraction(terminated),
        steadyMedian.interval(),
        steadyP95.interval(),
        eight.map(FigureDraws::own));
  }

  private static Figures.Eight own(Eight eight) {
    Interval slow = fraction(eight.slow().lost());
    Interval fast = fraction(eight.fast().lost());
    return new Figures.Eight(
        eight.rmse10().interval(),
        eight.rmse5().interval(),
        slow.estimate() > fast.estimate() ? slow : fast,
        slow,
        fast);
  }

  private static Interval fraction(double[] byQuadrotor) {
    return Statistics.fractionInterval(Statistics.mean(byQuadrotor), byQuadrotor.length);
  }

  /**
   * Returns the differences to another policy: Student's t of paired differences for means and
   * fractions, differences on the same resamples for the rest.
   */
  Figures minus(FigureDraws other) {
    return new Figures(
        paired(episodes.successByQuadrotor(), other.episodes.successByQuadrotor()),
        paired(episodes.returnsByQuadrotor(), other.episodes.returnsByQuadrotor()),
        paired(episodes.lengthsByQuadrotor(), other.episodes.lengthsByQuadrotor()),
        paired(terminated, other.terminated),
        steadyMedian.minus(other.steadyMedian).interval(),
        steadyP95.minus(other.steadyP95).interval(),
        eight.flatMap(mine -> other.eight.map(theirs -> minus(mine, theirs))));
  }

  private static Figures.Eight minus(Eight mine, Eight theirs) {
    return new Figures.Eight(
        mine.rmse10().minus(theirs.rmse10()).interval(),
        mine.rmse5().minus(theirs.rmse5()).interval(),
        mine.lost().minus(theirs.lost()).interval(),
        paired(mine.slow().lost(), theirs.slow().lost()),
        paired(mine.fast().lost(), theirs.fast().lost()));
  }

  private static Interval paired(double[] first, double[] second) {
    return Statistics.pairedDifference(first, second);
  }

  /** Returns the success, the first thing that policies are ranked by. */
  double success() {
    return Arrays.stream(episodes.successByQuadrotor()).average().orElse(Double.NaN);
  }

  /** Returns the mean return, by which policies of equal success are ranked. */
  double meanReturn() {
    return Statistics.mean(episodes.returnsByQuadrotor());
  }
}
