package eyas.policies.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eyas.sim.random.Philox;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StatisticsTest {
  private static final double[] VALUES = {3, 1, 4, 1, 5, 9, 2, 6};

  @Test
  void meanDeviationAndPercentilesOfKnownNumbers() {
    assertThat(Statistics.mean(VALUES)).isEqualTo(3.875);
    assertThat(Statistics.deviation(VALUES)).isCloseTo(2.748376, within(1e-6));
    assertThat(Statistics.median(VALUES)).isEqualTo(3.5);
    assertThat(Statistics.percentile(VALUES, 0)).isEqualTo(1);
    assertThat(Statistics.percentile(VALUES, 95)).isCloseTo(7.95, within(1e-12));
    assertThat(Statistics.percentile(VALUES, 100)).isEqualTo(9);
    assertThat(VALUES).containsExactly(3, 1, 4, 1, 5, 9, 2, 6);
  }

  @Test
  void quantilesOfStudentMatchTheTable() {
    assertThat(Statistics.studentT(1)).isCloseTo(12.706, within(1e-3));
    assertThat(Statistics.studentT(5)).isCloseTo(2.571, within(3e-3));
    assertThat(Statistics.studentT(10)).isCloseTo(2.228, within(1e-3));
    assertThat(Statistics.studentT(999)).isCloseTo(1.9623, within(1e-4));
  }

  @Test
  void intervalOfTheMean() {
    Interval interval = Statistics.meanInterval(VALUES);
    // 2.3646 times 2.748376 over the root of 8
    assertThat(interval.low()).isCloseTo(3.875 - 2.2977, within(1e-3));
    assertThat(interval.high()).isCloseTo(3.875 + 2.2977, within(1e-3));
    assertThat(interval.aboveZero()).isTrue();
  }

  @Test
  void wilsonIntervalOfAPerfectScoreIsNotAPoint() {
    Interval interval = Statistics.fractionInterval(1, 100);
    assertThat(interval.low()).isCloseTo(0.9630, within(1e-4));
    assertThat(interval.high()).isEqualTo(1);
    assertThat(Statistics.fractionInterval(0, 100).high()).isCloseTo(0.0370, within(1e-4));
  }

  @Test
  void pairingRemovesWhatBothShare() {
    long seed = 5;
    Philox random = Philox.host(seed, 1);
    double[] first = new double[400];
    double[] second = new double[400];
    for (int i = 0; i < first.length; i++) {
      double shared = 100 * random.nextGaussian();
      first[i] = shared + 1 + random.nextGaussian();
      second[i] = shared + random.nextGaussian();
    }
    Interval paired = Statistics.pairedDifference(first, second);
    assertThat(paired.estimate()).as("seed %d", seed).isCloseTo(1, within(0.25));
    assertThat(paired.aboveZero()).as("seed %d", seed).isTrue();
    assertThat(paired.high() - paired.low()).as("seed %d", seed).isLessThan(0.35);
    assertThat(Statistics.meanInterval(first).low())
        .isLessThan(Statistics.meanInterval(second).high());
  }

  @Test
  void pairsMustMatch() {
    assertThatThrownBy(() -> Statistics.pairedDifference(new double[2], new double[3]))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("2 and 3");
  }

  @Test
  void intervalsCoverTheTruthAsOftenAsTheySay() {
    long seed = 9;
    Philox random = Philox.host(seed, 2);
    int covered = 0;
    for (int trial = 0; trial < 400; trial++) {
      double[] sample = new double[20];
      Arrays.setAll(sample, i -> 2 + 3 * random.nextGaussian());
      Interval interval = Statistics.meanInterval(sample);
      covered += interval.low() <= 2 && 2 <= interval.high() ? 1 : 0;
    }
    assertThat(covered / 400.0).as("seed %d", seed).isBetween(0.92, 0.98);
  }

  @Test
  void nothingHasNoMedian() {
    assertThat(Statistics.median(new double[0])).isNaN();
  }
}
