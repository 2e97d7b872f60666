package eyas.cli.quadrotor;

import eyas.assets.policy.PolicyBundle;
import eyas.cli.quadrotor.QuadrotorRunConfig.Training;
import eyas.cli.run.MetricsFile;
import eyas.cli.run.Phase;
import eyas.cli.run.RunContext;
import eyas.cli.run.RunException;
import eyas.cli.run.Stage;
import eyas.cli.run.StageMarker;
import eyas.cli.run.StageResult;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares the ways of raising a student on quadrotors that none of them has seen, and the time
 * that each took. The numbers of updates are chosen so that these times are about equal: a clock
 * that ended the arms would give other weights each time. The best arm goes on.
 *
 * @param student name of the student whose training the arms are
 * @param teacher stage that trained the teacher, whose time is reported apart
 * @param arms the arms
 */
record ArmsStage(String student, String teacher, List<Arm> arms) implements Stage {
  private static final String BEST = "best";

  /**
   * One way of raising a student.
   *
   * @param policy name of the bundle that it ends with
   * @param stages the stages that it consists of
   */
  record Arm(String policy, List<String> stages) {}

  @Override
  public String name() {
    return "arms";
  }

  @Override
  public Phase phase() {
    return Phase.DISTILL;
  }

  @Override
  public StageResult run(RunContext context) {
    Training training = context.config().bind(QuadrotorRunConfig.class).policies().get(student);
    List<Map<String, Object>> lines = MetricsFile.read(context.folder().metricsFile());
    Map<String, Object> table = new LinkedHashMap<>();
    String best = "";
    double highest = Double.NEGATIVE_INFINITY;
    try (QuadrotorLab lab = QuadrotorLab.open(context.options().device())) {
      for (Arm arm : arms) {
        PolicyBundle bundle = PolicyBundle.load(context.folder().policy(arm.policy())).verify();
        Map<String, Object> row = Probation.summary(lab, training, bundle, context.seed());
        row.put("seconds", seconds(lines, arm.stages()));
        table.put(arm.policy(), row);
        double reached = ((Number) row.get("return")).doubleValue();
        if (best.isEmpty() || reached > highest) {
          highest = reached;
          best = arm.policy();
        }
      }
    }
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("arms", table);
    summary.put(BEST, best);
    summary.put("teacherSeconds", seconds(lines, List.of(teacher)));
    return StageResult.done(summary);
  }

  // the time of all iterations, also of those before a run was resumed
  static double seconds(List<Map<String, Object>> lines, List<String> stages) {
    return stages.stream().mapToDouble(stage -> seconds(lines, stage)).sum();
  }

  // the first iteration builds kernels, which later arms find ready: it counts like the others
  private static double seconds(List<Map<String, Object>> lines, String stage) {
    double[] each =
        lines.stream()
            .filter(line -> stage.equals(line.get("stage")))
            .mapToDouble(line -> number(line, "collectSeconds") + number(line, "learnSeconds"))
            .toArray();
    double later = Arrays.stream(each).skip(1).average().orElse(each.length > 0 ? each[0] : 0);
    return later * each.length;
  }

  private static double number(Map<String, Object> line, String key) {
    return line.get(key) instanceof Number value ? value.doubleValue() : 0;
  }

  /** Returns the best arm of a run in which this stage is done. */
  String best(RunContext context) {
    return StageMarker.read(context.folder(), this)
        .map(marker -> String.valueOf(marker.summary().get(BEST)))
        .orElseThrow(
            () ->
                new RunException(
                    "Stage 'arms' of run "
                        + context.folder().name()
                        + " has not ended, so no arm can go on. Go on with: "
                        + "./eyas run quadrotor --resume "
                        + context.folder().name()));
  }
}
