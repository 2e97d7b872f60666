package eyas.cli.quadrotor;

import eyas.assets.policy.PolicyBundle;
import eyas.cli.quadrotor.QuadrotorRunConfig.Training;
import eyas.cli.run.LearnerStage;
import eyas.cli.run.Phase;
import eyas.cli.run.RunContext;
import eyas.cli.run.Stage;
import eyas.distill.loop.DistillConfig;
import eyas.policies.analytic.AnalyticConfig;
import eyas.policies.learner.Learner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stages of a quadrotor run in their order. */
final class QuadrotorStages {
  private static final String TEACHER = "teacher";
  private static final String STUDENT = "student-raptor";
  private static final String DISTILLED = "arm-distilled";
  private static final String NOTHING = "arm-from-nothing";
  private static final String AFTER = "arm-after-distillation";
  private static final String HALF = "arm-half-distilled";
  private static final ArmsStage ARMS =
      new ArmsStage(
          STUDENT,
          TEACHER,
          List.of(
              new ArmsStage.Arm(DISTILLED, List.of(DISTILLED)),
              new ArmsStage.Arm(NOTHING, List.of(NOTHING)),
              new ArmsStage.Arm(AFTER, List.of(HALF, AFTER))));

  private final QuadrotorRunConfig config;

  QuadrotorStages(QuadrotorRunConfig config) {
    this.config = config;
  }

  List<Stage> all() {
    List<Stage> stages = new ArrayList<>();
    stages.add(plain(TEACHER, Phase.TRAIN));
    stages.add(distilled(DISTILLED, config.distill()));
    stages.add(arm(NOTHING, config.armFromNothing(), Optional.empty()));
    stages.add(distilled(HALF, config.distill().withUpdates(config.armHalfDistilled())));
    stages.add(arm(AFTER, config.armAfterDistillation(), Optional.of(HALF)));
    stages.add(ARMS);
    stages.add(best());
    config.policies().keySet().stream()
        .filter(name -> !name.equals(TEACHER) && !name.equals(STUDENT))
        .forEach(name -> stages.add(plain(name, Phase.DISTILL)));
    stages.add(new UntrainedStage(STUDENT, training(STUDENT)));
    stages.add(new EvaluateStage("evaluate-raptor", "raptor"));
    stages.add(new EvaluateStage("evaluate-default", "default"));
    stages.add(new TransferStage());
    stages.add(new ExportStage());
    return stages;
  }

  private Training training(String name) {
    return config.policies().get(name);
  }

  private Stage plain(String name, Phase phase) {
    Training training = training(name);
    return new LearnerStage(
        name,
        phase,
        training.iterations(),
        context -> LearnerFactory.fresh(context, training),
        (context, learner) -> keep(context, name, training, learner));
  }

  private Stage distilled(String name, DistillConfig distill) {
    Training training = training(STUDENT);
    return new LearnerStage(
        name,
        Phase.DISTILL,
        atLeastOne(distill.window().updates(), distill.windowsPerIteration()),
        context ->
            LearnerFactory.distillation(
                context, training, config.distillSet(), distill, bundle(context, TEACHER)),
        (context, learner) -> keep(context, name, training, learner));
  }

  private Stage arm(String name, AnalyticConfig window, Optional<String> from) {
    Training training = training(STUDENT);
    return new LearnerStage(
        name,
        Phase.DISTILL,
        atLeastOne(window.updates(), training.updatesPerIteration()),
        context ->
            LearnerFactory.analytic(
                context, training, window, from.map(source -> bundle(context, source))),
        (context, learner) -> keep(context, name, training, learner));
  }

  private static long atLeastOne(long updates, long updatesPerIteration) {
    return Math.max(1, updates / updatesPerIteration);
  }

  // the arm that flies best goes on
  private Stage best() {
    Training training = training(STUDENT);
    return new LearnerStage(
        STUDENT,
        Phase.DISTILL,
        training.iterations(),
        context ->
            LearnerFactory.analytic(
                context,
                training,
                training.analytic(),
                Optional.of(bundle(context, ARMS.best(context)))),
        (context, learner) -> {
          Map<String, Object> summary = keep(context, STUDENT, training, learner);
          summary.put("continued", ARMS.best(context));
          return summary;
        });
  }

  private static PolicyBundle bundle(RunContext context, String policy) {
    return PolicyBundle.load(context.folder().policy(policy)).verify();
  }

  private static Map<String, Object> keep(
      RunContext context, String name, Training training, Learner learner) {
    Map<String, Object> provenance = new LinkedHashMap<>();
    provenance.put("run", context.folder().name());
    provenance.put("seed", context.seed());
    provenance.put("preset", training.preset());
    boolean distilled = name.equals(DISTILLED) || name.equals(HALF);
    provenance.put("algorithm", distilled ? "distillation" : learner.algorithm());
    PolicyBundle bundle =
        QuadrotorBundles.of(
            name,
            training.model(Optional.empty()),
            training.group(),
            learner.best(),
            learner.bestNormaliser(),
            provenance,
            context.seed());
    bundle.save(context.folder().policy(name));
    try (QuadrotorLab lab = QuadrotorLab.open(context.options().device())) {
      return Probation.summary(lab, training, bundle, context.seed());
    }
  }
}
