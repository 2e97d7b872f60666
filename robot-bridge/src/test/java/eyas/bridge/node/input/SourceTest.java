package eyas.bridge.node.input;

import static org.assertj.core.api.Assertions.assertThat;

import eyas.bridge.link.Clock;
import org.junit.jupiter.api.Test;

class SourceTest {
  private static final int READS = 200_000;

  /** A clock that a test sets. */
  private static final class SetClock implements Clock {
    private long now = 1_000_000_000_000L;
    private final boolean simulated;

    SetClock(boolean simulated) {
      this.simulated = simulated;
    }

    @Override
    public long nanoseconds() {
      return now;
    }

    @Override
    public boolean simulated() {
      return simulated;
    }

    @Override
    public boolean sleepUntil(long nanoseconds) {
      return true;
    }
  }

  private final SetClock clock = new SetClock(true);
  private final Source source =
      new Source(SourceSpec.sensor("imu", 2, 0.01), new Timebase(clock), 0.2);

  @Test
  void givesTheNewestSampleThatIsNotAfterTheStep() {
    long start = clock.now;
    for (int i = 0; i < 5; i++) {
      assertThat(source.offer(start + i, new double[] {i, -i})).isTrue();
    }
    assertThat(source.take(start + 3).value(0)).isEqualTo(3);
    assertThat(source.fresh(start + 3 + 10_000_000)).isTrue();
    assertThat(source.fresh(start + 4 + 10_000_000)).isFalse();
    assertThat(source.take(start - 1).present()).isFalse();
    assertThat(source.reached(start + 4)).isTrue();
    assertThat(source.reached(start + 5)).isFalse();
  }

  @Test
  void refusesWhatIsNotFiniteOldFromTheFutureOrWithoutAStamp() {
    SetClock wall = new SetClock(false);
    Source strict = new Source(SourceSpec.sensor("imu", 1, 0.01), new Timebase(wall), 0.2);
    assertThat(strict.offer(wall.now, new double[] {Double.NaN})).isFalse();
    assertThat(strict.offer(wall.now, new double[] {Double.POSITIVE_INFINITY})).isFalse();
    assertThat(strict.offer(wall.now - 10_000_000_000L, new double[] {1})).isFalse();
    assertThat(strict.offer(wall.now + 10_000_000_000L, new double[] {1})).isFalse();
    assertThat(strict.offer(0, new double[] {1})).isFalse();
    assertThat(strict.offer(wall.now - 100_000_000L, new double[] {1})).isTrue();
    assertThat(strict.counts().notFinite()).isEqualTo(2);
    assertThat(strict.counts().old()).isEqualTo(3);
    assertThat(strict.counts().taken()).isEqualTo(1);
    assertThat(strict.counts().lastRefusal()).get().asString().contains("no time stamp");
  }

  @Test
  void neverGivesHalfOfTwoSamples() throws InterruptedException {
    Thread writer =
        new Thread(
            () -> {
              double[] values = new double[2];
              for (long i = 1; !Thread.currentThread().isInterrupted(); i++) {
                values[0] = i;
                values[1] = -i;
                source.offer(clock.now + i, values);
              }
            });
    writer.start();
    for (int i = 0; i < READS; i++) {
      Sample sample = source.take(Long.MAX_VALUE);
      if (sample.present()) {
        assertThat(sample.value(1)).isEqualTo(-sample.value(0));
        assertThat(sample.time()).isEqualTo(clock.now + (long) sample.value(0));
      }
    }
    writer.interrupt();
    writer.join();
  }
}
