package eyas.policies.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyas.sim.task.quadrotor.QuadrotorLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluationReportTest {
  // two quadrotors of torque-to-inertia 100 and 400 1/s²
  private static QuadrotorSet set() {
    float[] rows = new float[2 * QuadrotorLayout.PARAMETER_ROWS];
    for (int q = 0; q < 2; q++) {
      int at = q * QuadrotorLayout.PARAMETER_ROWS;
      rows[at + QuadrotorLayout.THRUST + 2] = 1;
      rows[at + QuadrotorLayout.ARM] = 1;
      rows[at + QuadrotorLayout.INERTIA] = (float) (Math.sqrt(2) / (q == 0 ? 100 : 400));
    }
    return new QuadrotorSet("two", 2, rows);
  }

  private static PolicyScores scores(String name, double offset) {
    EpisodeScores episodes =
        new EpisodeScores(
            2,
            2,
            new double[] {100 + offset, 200 + offset, 600 + offset, 700 + offset},
            new int[] {100, 500, 500, 500},
            new boolean[] {true, false, false, false},
            new double[] {Double.NaN, 0.3, 0.1, 0.05});
    FigureEightScore slow = new FigureEightScore(FigureEight.SLOW, new double[] {0.1, 0.3});
    FigureEightScore fast = new FigureEightScore(FigureEight.FAST, new double[] {Double.NaN, 0.4});
    return new PolicyScores(name, episodes, List.of(slow, fast));
  }

  private static EvaluationReport report(PolicyScores... scores) {
    return EvaluationReport.of(set(), new EvaluationSettings(2, 1, true), List.of(scores));
  }

  @Test
  void sumsUpKnownScores() {
    PolicyResult result = report(scores("a", 0)).policies().get(0);
    assertThat(result.returns().estimate()).isEqualTo(400);
    assertThat(result.length()).isEqualTo(400);
    assertThat(result.terminatedFraction()).isEqualTo(0.25);
    assertThat(result.success().estimate()).isEqualTo(0.5);
    assertThat(result.steadyMedian()).isCloseTo(0.1, within(1e-12));
    assertThat(result.bands().get(0).meanReturn()).isEqualTo(150);
    assertThat(result.bands().get(1).quadrotors()).isZero();
    assertThat(result.bands().get(2).success()).isEqualTo(1);
  }

  @Test
  void keysOfTheReportAreThoseThatOthersRead() {
    EvaluationReport report = report(scores("a", 1), scores("b", 0));
    Map<String, Object> map = report.toMap();
    assertThat(map).containsEntry("set", "two").containsKeys("policies", "paired", "seed");
    Map<?, ?> policies = (Map<?, ?>) map.get("policies");
    assertThat(policies.keySet().stream().map(Object::toString)).containsExactly("a", "b");
    Map<?, ?> policy = (Map<?, ?>) policies.get("a");
    assertThat(policy.keySet().stream().map(Object::toString))
        .containsExactly(
            "success",
            "return",
            "length",
            "terminatedFraction",
            "steadyPositionError",
            "figureEight",
            "bands",
            "confidence95");
    assertThat(policy.get("figureEight"))
        .hasToString("{rmse10=0.2, rmse5_5=0.4, lostFraction=0.5, lost10=0.0, lost5_5=0.5}");
    assertThat(((Map<?, ?>) policy.get("bands")).keySet().stream().map(Object::toString))
        .containsExactly("<120", "120-300", "300-600", ">600");
  }

  @Test
  void everyFigureHasAnInterval() {
    Map<String, Object> policy = report(scores("a", 1)).policies().get(0).toMap();
    List<String> figures = leaves(policy, List.of("bands", "confidence95"));
    Map<String, Object> intervals = report(scores("a", 1)).policies().get(0).toMap();
    assertThat(leaves((Map<?, ?>) intervals.get("confidence95"), List.of()))
        .containsExactlyElementsOf(figures)
        .contains("length", "steadyPositionError.p95", "figureEight.rmse5_5");
  }

  @Test
  void pairsHaveEveryFigureToo() {
    Map<String, Object> pair = report(scores("a", 1), scores("b", 0)).paired().get(0).toMap();
    assertThat(leaves(pair, List.of("policy", "against")))
        .contains(
            "return.low",
            "length.estimate",
            "terminatedFraction.high",
            "steadyPositionError.median.low",
            "figureEight.rmse10.estimate",
            "figureEight.lostFraction.high");
  }

  private static List<String> leaves(Map<?, ?> map, List<String> without) {
    List<String> names = new ArrayList<>();
    map.forEach(
        (key, value) -> {
          if (without.contains(key.toString())) {
            return;
          }
          if (value instanceof Map<?, ?> inner) {
            leaves(inner, List.of()).forEach(name -> names.add(key + "." + name));
          } else {
            names.add(key.toString());
          }
        });
    return names;
  }

  @Test
  void pairsTheBestWithEveryOtherThenTheOthers() {
    EvaluationReport report = report(scores("a", 1), scores("b", 0), scores("c", 3));
    assertThat(report.best()).isEqualTo("c");
    assertThat(report.paired()).extracting(PairedComparison::policy).containsExactly("c", "c", "a");
    assertThat(report.paired())
        .extracting(PairedComparison::against)
        .containsExactly("a", "b", "b");
    assertThat(report.paired().get(1).returns()).isEqualTo(new Interval(3, 3, 3));
    assertThat(report.paired().get(2).returns().estimate()).isEqualTo(1);
    assertThat(report.paired().get(2).returns().aboveZero()).isTrue();
  }
}
