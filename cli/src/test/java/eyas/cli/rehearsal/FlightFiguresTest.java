package eyas.cli.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyas.cli.robot.Attitude;
import eyas.cli.robot.BodyState;
import org.junit.jupiter.api.Test;

class FlightFiguresTest {
  private static final Course COURSE = new Course(0, 0, 1, 5, 1, 5.5);

  private static FlightLog.Sample sample(double time, double x) {
    double[] none = new double[3];
    BodyState body = new BodyState(0, new double[] {x, 0, 1}, Attitude.LEVEL, none, none, none);
    return new FlightLog.Sample(time, COURSE.part(time), Reference.at(0, 0, 1), body);
  }

  @Test
  void judgesHoverByItsMeanAndTheEightByItsSquares() {
    FlightLog log = new FlightLog();
    log.add(sample(1, 9)); // settles: not judged
    log.add(sample(4, 0.1));
    log.add(sample(5, 0.3));
    log.add(sample(8.5, 9)); // the ramp: not judged
    log.add(sample(10, 0.3));
    log.add(sample(11, -0.4));
    FlightFigures figures = FlightFigures.of(log);
    assertThat(figures.hoverError()).isCloseTo(0.2, within(1e-12));
    assertThat(figures.eightError()).isCloseTo(Math.sqrt(0.125), within(1e-12));
    assertThat(figures.largestError()).isCloseTo(0.4, within(1e-12));
    assertThat(figures.within(new Limits(0.2, 0.36), true)).isTrue();
    assertThat(figures.within(new Limits(0.2, 0.35), true)).isFalse();
    assertThat(figures.values(COURSE)).containsKeys("hoverError", "figureEightRmse5_5");
  }

  @Test
  void measuresLatencyAndJitterOfCommandsThatCount() {
    FlightLog log = new FlightLog();
    log.add(new FlightLog.Arrival(0, -900_000_000L, false));
    for (int i = 0; i < 100; i++) {
      long time = i * 10_000_000L + (i % 2) * 2_000_000L;
      log.add(new FlightLog.Arrival(time, time - (i == 7 ? 8_000_000L : 3_000_000L), true));
    }
    FlightFigures figures = FlightFigures.of(log);
    assertThat(figures.latencyMedian()).isCloseTo(3e-3, within(1e-9));
    assertThat(figures.latency99()).isCloseTo(8e-3, within(1e-9));
    assertThat(figures.jitter()).isCloseTo(2e-3, within(1e-5));
    assertThat(figures.largestGap()).isCloseTo(12e-3, within(1e-9));
    assertThat(figures.commands()).isEqualTo(100);
  }

  @Test
  void nothingMeasuredIsNotFlown() {
    FlightFigures figures = FlightFigures.of(new FlightLog());
    assertThat(figures.within(new Limits(1, 1), true)).isFalse();
    assertThat(figures.values(COURSE)).doesNotContainKeys("hoverError", "jitter");
  }
}
