package eyas.cli.egopush;

import eyas.assets.policy.PolicyBundle;
import eyas.cli.run.Phase;
import eyas.cli.run.RunContext;
import eyas.cli.run.Stage;
import eyas.cli.run.StageResult;
import eyas.policies.evaluate.push.PushScores;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Judges the run's policies on held-out episodes, beside the scripted one. */
final class PushEvaluateStage implements Stage {
  @Override
  public String name() {
    return "evaluate";
  }

  @Override
  public Phase phase() {
    return Phase.EVALUATE;
  }

  @Override
  public StageResult run(RunContext context) {
    EgoPushRunConfig config = context.config().bind(EgoPushRunConfig.class);
    EgoPushRunConfig.Evaluation asked = config.evaluation();
    Map<String, Object> summary = new LinkedHashMap<>();
    config
        .teachers()
        .forEach(
            (name, training) -> {
              PushJudge judge = judge(context, training, asked.episodes());
              PolicyBundle bundle = bundle(context, name);
              List<PushScores> scores = judge.judge(List.of(judge.of(bundle), judge.scripted()));
              keep(context.folder().policy(name), bundle, training.preset(), scores.get(0));
              summary.put(name, scores.get(0).toMap());
              summary.put("scripted-" + training.preset(), scores.get(1).toMap());
            });
    config
        .students()
        .forEach(
            (name, student) -> {
              PushTraining training = config.teacher(student);
              PushJudge judge = judge(context, training, asked.studentEpisodes());
              PolicyBundle bundle = bundle(context, name);
              PushScores scores = judge.judge(List.of(judge.of(bundle))).get(0);
              keep(context.folder().policy(name), bundle, training.preset(), scores);
              summary.put(name, scores.toMap());
              PushFilm.of(judge, bundle).save(context.folder().pictures());
            });
    return StageResult.done(summary);
  }

  private static PushJudge judge(RunContext context, PushTraining training, int episodes) {
    long seed = context.config().bind(EgoPushRunConfig.class).evaluation().seed();
    return new PushJudge(training.model(), episodes, seed, context.options().device());
  }

  private static PolicyBundle bundle(RunContext context, String name) {
    return PolicyBundle.load(context.folder().policy(name)).verify();
  }

  // a bundle carries what it reached, by preset
  private static void keep(Path folder, PolicyBundle bundle, String preset, PushScores scores) {
    Map<String, Object> results = new LinkedHashMap<>(bundle.contract().results());
    results.put(preset, scores.toMap());
    bundle.withContract(bundle.contract().withResults(results)).save(folder);
  }
}
