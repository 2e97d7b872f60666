package eyas.bridge.node.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DurationHistogramTest {
  private static final long SEED = 3;

  @Test
  void agreesWithTheSortedListWithinABucket() {
    Random random = new Random(SEED);
    DurationHistogram histogram = new DurationHistogram();
    long[] values = new long[20_000];
    for (int i = 0; i < values.length; i++) {
      values[i] = (long) Math.exp(20 * random.nextDouble());
      histogram.record(values[i]);
    }
    Arrays.sort(values);
    DurationHistogram.Snapshot snapshot = histogram.snapshot();
    assertThat(snapshot.count()).isEqualTo(values.length);
    assertThat(snapshot.maximum()).isEqualTo(values[values.length - 1] * 1e-9);
    for (double share : new double[] {0.01, 0.5, 0.99, 0.999}) {
      double exact = values[(int) Math.ceil(share * values.length) - 1] * 1e-9;
      assertThat(snapshot.quantile(share))
          .as("quantile %s, seed %d", share, SEED)
          .isBetween(exact, exact * (1 + 1 / 32.0) + 1e-9);
    }
    long above = Arrays.stream(values).filter(value -> value > 5_000_000).count();
    assertThat((double) snapshot.above(5_000_000)).isCloseTo((double) above, within(0.05 * above));
  }

  @Test
  void tellsWhatWasCountedSince() {
    DurationHistogram histogram = new DurationHistogram();
    histogram.record(1_000_000);
    DurationHistogram.Snapshot before = histogram.snapshot();
    histogram.record(-5);
    histogram.record(2_000);
    DurationHistogram.Snapshot since = histogram.snapshot().since(before);
    assertThat(since.count()).isEqualTo(2);
    assertThat(since.maximum()).isBetween(2e-6, 2.1e-6);
    assertThat(since.quantile(0.5)).isZero();
  }
}
