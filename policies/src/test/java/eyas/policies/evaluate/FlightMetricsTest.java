package eyas.policies.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FlightMetricsTest {
  @Test
  void sumsAWholeEpisode() {
    FlightMetrics metrics = new FlightMetrics(1, 10, 5);
    for (int step = 0; step < 10; step++) {
      metrics.record(0, 1.5, step < 5 ? 100 : 0.1 * (step - 4), false);
    }
    assertThat(metrics.returned(0)).isCloseTo(15, within(1e-12));
    assertThat(metrics.length(0)).isEqualTo(10);
    assertThat(metrics.terminated(0)).isFalse();
    // only the last five steps count: 0.1 to 0.5
    assertThat(metrics.steadyError(0)).isCloseTo(0.3, within(1e-12));
    assertThat(EpisodeScores.succeeded(metrics, 0)).isFalse();
  }

  @Test
  void nothingCountsAfterTheEnd() {
    FlightMetrics metrics = new FlightMetrics(2, 10, 5);
    for (int step = 0; step < 10; step++) {
      metrics.record(0, step == 3 ? -100 : 1, 0, step == 3);
      metrics.record(1, 1, 0.2, false);
    }
    assertThat(metrics.returned(0)).isEqualTo(-97);
    assertThat(metrics.length(0)).isEqualTo(4);
    assertThat(metrics.terminated(0)).isTrue();
    assertThat(metrics.steadyError(0)).isNaN();
    assertThat(EpisodeScores.succeeded(metrics, 0)).isFalse();
    assertThat(EpisodeScores.succeeded(metrics, 1)).isTrue();
    assertThat(metrics.allEnded()).isFalse();
  }

  @Test
  void lastStepMayFail() {
    FlightMetrics metrics = new FlightMetrics(1, 2, 1);
    metrics.record(0, 1, 0, false);
    metrics.record(0, -100, 0, true);
    assertThat(metrics.length(0)).isEqualTo(2);
    assertThat(metrics.allEnded()).isTrue();
    assertThat(EpisodeScores.succeeded(metrics, 0)).isFalse();
  }

  @Test
  void trackingErrorsAreRootMeanSquaresOfSurvivors() {
    TrackingErrors errors = new TrackingErrors(2);
    TermColumns position = new TermColumns(0, 3, 3);
    errors.record(new float[] {9, 0, 0, 0, 0, 0}, position, q -> 10, false);
    errors.record(new float[] {3, 0, 0, 0, 4, 0}, position, q -> 10, true);
    errors.record(new float[] {0, 0, -4, 0, -11, 0}, position, q -> 10, true);
    float[] actions = {1, 1, 1, 1};
    errors.rest(actions);
    assertThat(errors.rootMeanSquares()[0]).isCloseTo(Math.sqrt(12.5), within(1e-12));
    assertThat(errors.rootMeanSquares()[1]).isNaN();
    assertThat(actions).containsExactly(1, 1, -1, -1);
    assertThat(errors.allLost()).isFalse();
  }

  @Test
  void aNumberThatIsNotFiniteIsLost() {
    TrackingErrors errors = new TrackingErrors(1);
    errors.record(new float[] {Float.NaN, 0, 0}, new TermColumns(0, 3, 3), q -> 10, true);
    assertThat(errors.allLost()).isTrue();
  }
}
