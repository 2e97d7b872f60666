package eyas.bridge.node.input;

import static org.assertj.core.api.Assertions.assertThat;

import eyas.bridge.link.SimulatedClock;
import org.junit.jupiter.api.Test;

class ForeignClockTest {
  private static final long MILLISECOND = 1_000_000;
  private final SimulatedClock clock = new SimulatedClock();
  private final ForeignClock foreign = new ForeignClock(new Timebase(clock));

  private long stampAt(long now, long stamp) {
    clock.set(now * MILLISECOND);
    return foreign.stamp(stamp * MILLISECOND);
  }

  @Test
  void theFastestMessageTellsTheDifference() {
    assertThat(stampAt(5_000, 100)).isEqualTo(5_000 * MILLISECOND);
    // 3 ms slower than the first
    assertThat(stampAt(5_013, 110)).isBetween(5_010 * MILLISECOND, 5_010 * MILLISECOND + 1_000);
    // 2 ms faster than the first: the difference is corrected
    assertThat(stampAt(5_018, 120)).isEqualTo(5_018 * MILLISECOND);
    assertThat(stampAt(5_030, 130)).isBetween(5_028 * MILLISECOND, 5_028 * MILLISECOND + 2_000);
  }

  @Test
  void whatWasHeldBackForTenSecondsIsTenSecondsOld() {
    stampAt(5_000, 100);
    long stamp = stampAt(15_010, 110);
    assertThat(15_010 * MILLISECOND - stamp).isBetween(9_990 * MILLISECOND, 10_000 * MILLISECOND);
  }

  @Test
  void followsAClockThatRunsSlower() {
    stampAt(5_000, 100);
    long stamp = 0;
    for (long i = 1; i <= 1_000; i++) {
      // 50 ms per million lost
      stamp = stampAt(5_000 + i * 1_000, 100 + i * 1_000 - i / 20);
    }
    assertThat(1_005_000 * MILLISECOND - stamp).isBetween(0L, 2 * MILLISECOND);
  }

  @Test
  void aRestartBeginsAnew() {
    stampAt(50_000, 40_000);
    assertThat(stampAt(60_000, 5)).isEqualTo(60_000 * MILLISECOND);
  }
}
