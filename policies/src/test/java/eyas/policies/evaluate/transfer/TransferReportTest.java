package eyas.policies.evaluate.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eyas.policies.evaluate.EvaluationException;
import eyas.policies.evaluate.TermColumns;
import eyas.sim.task.TaskDescription;
import eyas.sim.task.quadrotor.QuadrotorLayout;
import eyas.sim.task.quadrotor.QuadrotorTask;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TransferReportTest {
  private static final GateSettings SETTINGS = GateSettings.standard(11);

  private static TransferReport report(int training, int second) {
    List<Perturbation> drawn =
        IntStream.range(0, 100)
            .mapToObj(q -> Perturbation.draw(SETTINGS.perturbations(), 11, q, 0))
            .toList();
    return TransferReport.of(
        "p", SETTINGS, new TransferFlights(drawn, flights(training), flights(second)));
  }

  private static List<Boolean> flights(int successes) {
    List<Boolean> flights = new ArrayList<>(Collections.nCopies(successes, true));
    flights.addAll(Collections.nCopies(100 - successes, false));
    return flights;
  }

  @Test
  void bothThresholdsDecide() {
    assertThat(report(95, 90).passed()).isTrue();
    assertThat(report(94, 89).passed()).as("too few in the second engine").isFalse();
    assertThat(report(97, 91).passed()).as("too large a drop").isFalse();
    assertThat(report(90, 99).passed()).isTrue();
  }

  @Test
  void gateReportCarriesTheNumbers() {
    TransferReport report = report(94, 89);
    assertThat(report.gate().passed()).isFalse();
    assertThat(report.gate().summary()).contains("failed").contains("89.0 %");
    assertThat(report.toMap())
        .containsEntry("passed", false)
        .containsEntry("successInTraining", 0.94)
        .containsEntry("successInJBullet", 0.89);
    assertThat(report.severities()).hasSize(18);
  }

  @Test
  void perturbationsStayInTheirRangesAndRepeat() {
    PerturbationRanges ranges = PerturbationRanges.STANDARD;
    for (int q = 0; q < 500; q++) {
      Perturbation drawn = Perturbation.draw(ranges, 4, q, 2);
      assertThat(drawn.delay()).isBetween(0.0, 0.03);
      assertThat(drawn.mass()).isBetween(0.8, 1.2);
      assertThat(drawn.motorLag()).isBetween(0.7, 1.3);
      assertThat(drawn).isEqualTo(Perturbation.draw(ranges, 4, q, 2));
      assertThat(drawn).isNotEqualTo(Perturbation.draw(ranges, 4, q, 3));
    }
  }

  @Test
  void perturbationChangesTheRows() {
    float[] rows = new float[QuadrotorLayout.PARAMETER_ROWS];
    rows[QuadrotorLayout.INVERSE_MASS] = 1;
    rows[QuadrotorLayout.INVERSE_RISE] = 20;
    rows[QuadrotorLayout.INVERSE_FALL] = 10;
    rows[QuadrotorLayout.THRUST + 2] = 5;
    new Perturbation(0.02, 1.25, 0.8, 0.1, 0, 0).apply(rows, 0, 0.01);
    assertThat(rows[QuadrotorLayout.INVERSE_MASS]).isCloseTo(0.8f, within(1e-6f));
    assertThat(rows[QuadrotorLayout.INVERSE_RISE]).isCloseTo(25f, within(1e-5f));
    assertThat(rows[QuadrotorLayout.INVERSE_FALL]).isCloseTo(12.5f, within(1e-5f));
    assertThat(rows[QuadrotorLayout.DELAY]).isCloseTo(2f, within(1e-6f));
    // a tenth of what 20 N of thrust leave over a weight of 1.25 kg
    assertThat(rows[QuadrotorLayout.FORCE_DEVIATION]).isCloseTo(0.77375f, within(1e-5f));
  }

  @Test
  void dropOutsHoldPositionAndVelocityOnly() {
    TaskDescription task = new QuadrotorTask().model("raptor", List.of()).description();
    TermColumns position = TermColumns.of(task, "onboard", "position");
    TermColumns velocity = TermColumns.of(task, "onboard", "linear-velocity");
    TermColumns rates = TermColumns.of(task, "onboard", "body-rates");
    Perturbation often = new Perturbation(0, 1, 1, 0, 0, 0.2);
    SensorFault fault = new SensorFault(task, "onboard", List.of(often), 5, 3, 0);
    int held = 0;
    for (int step = 0; step < 1000; step++) {
      float[] o = new float[position.stride()];
      java.util.Arrays.fill(o, step);
      fault.apply(step, o);
      assertThat(o[rates.index(0, 1)]).isEqualTo(step);
      assertThat(o[velocity.index(0, 2)]).isEqualTo(o[position.index(0, 0)]);
      assertThat(step - o[position.index(0, 0)]).isLessThanOrEqualTo(30);
      held += o[position.index(0, 0)] == step ? 0 : 1;
    }
    assertThat(held).as("seed 3").isBetween(300, 800);
  }

  @Test
  void impossibleRangesAreRefused() {
    assertThatThrownBy(() -> new PerturbationRanges(List.of(0.0, 0.05), 0.2, 0.3, 0.1, 1, 0.02, 5))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("delay");
    assertThatThrownBy(() -> new GateSettings(1.5, 0, 1, 1, PerturbationRanges.STANDARD))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("1.5");
  }
}
