package eyas.policies.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyas.sim.random.Philox;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResamplesTest {
  private static final int COUNT = 400;
  private static final long SEED = 7;

  private static double[] normals(int count, int stream) {
    double[] sample = new double[count];
    Philox random = Philox.host(3, stream);
    Arrays.setAll(sample, i -> random.nextGaussian());
    return sample;
  }

  private static Resamples.Draws mean(double[] sample, long seed) {
    return Resamples.of(sample.length, seed)
        .of(
            counts ->
                IntStream.range(0, sample.length).mapToDouble(i -> counts[i] * sample[i]).sum()
                    / sample.length);
  }

  @Test
  void intervalOfTheMeanAgreesWithStudentAndRepeats() {
    double[] sample = normals(COUNT, 3);
    Interval t = Statistics.meanInterval(sample);
    Interval bootstrap = mean(sample, SEED).interval();
    assertThat(bootstrap.estimate()).isCloseTo(t.estimate(), within(1e-12));
    assertThat(bootstrap.low()).isCloseTo(t.low(), within(0.02));
    assertThat(bootstrap.high()).isCloseTo(t.high(), within(0.02));
    assertThat(mean(sample, SEED).interval()).isEqualTo(bootstrap);
    assertThat(mean(sample, SEED + 1).interval()).isNotEqualTo(bootstrap);
  }

  // the standard error of a median of n normals is sqrt(pi / 2 n)
  @Test
  void intervalOfTheMedianHasTheWidthOfTheory() {
    double[] sample = normals(COUNT, 4);
    RankedValues ranked = new RankedValues(sample, 1);
    Interval interval =
        Resamples.of(COUNT, SEED).of(counts -> ranked.percentile(50, counts)).interval();
    assertThat(interval.estimate()).isCloseTo(Statistics.median(sample), within(1e-12));
    double expected = 2 * 1.96 * Math.sqrt(Math.PI / (2 * COUNT));
    assertThat(interval.high() - interval.low()).isCloseTo(expected, within(0.35 * expected));
  }

  @Test
  void percentileOfRepeatedValuesIsThatOfTheListWrittenOut() {
    RankedValues ranked =
        new RankedValues(new double[] {5, Double.NaN, 1, 2, 9, Double.NaN, 7, 3}, 2);
    double[] writtenOut = {5, 5, 5, 7, 3, 7, 3};
    assertThat(ranked.percentile(95, new int[] {3, 0, 0, 2}))
        .isCloseTo(Statistics.percentile(writtenOut, 95), within(1e-12));
    assertThat(ranked.percentile(40, new int[] {3, 0, 0, 2}))
        .isCloseTo(Statistics.percentile(writtenOut, 40), within(1e-12));
    assertThat(ranked.percentile(50, new int[4])).isNaN();
  }

  @Test
  void policiesThatFlyTheSameDifferByNothing() {
    Resamples.Draws draws = mean(normals(COUNT, 5), SEED);
    assertThat(draws.minus(draws).interval()).isEqualTo(new Interval(0, 0, 0));
  }
}
