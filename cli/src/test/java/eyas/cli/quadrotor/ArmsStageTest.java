package eyas.cli.quadrotor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The time of an arm, from what its stages left in metrics.jsonl. */
class ArmsStageTest {
  private static Map<String, Object> line(String stage, double collect, double learn) {
    return Map.of("stage", stage, "collectSeconds", collect, "learnSeconds", learn);
  }

  private static final List<Map<String, Object>> LINES =
      List.of(
          line("half", 0.5, 3.5),
          line("half", 0.25, 0.75),
          line("other", 5, 5),
          line("half", 0.5, 1.5),
          line("after", 0.1, 0.9));

  @Test
  void buildOfTheKernelsIsLeftOut() {
    assertThat(ArmsStage.seconds(LINES, List.of("half"))).isCloseTo(3 * 1.5, within(1e-12));
  }

  @Test
  void armOfTwoStagesTakesTheTimeOfBoth() {
    assertThat(ArmsStage.seconds(LINES, List.of("half", "after")))
        .isCloseTo(4.5 + 1, within(1e-12));
  }

  @Test
  void stageWithoutIterationsTakesNoTime() {
    assertThat(ArmsStage.seconds(LINES, List.of("nothing"))).isZero();
  }
}
