package eyas.cli.quadrotor;

import eyas.assets.policy.PolicyBundle;
import eyas.cli.command.Home;
import eyas.cli.run.ActionRequest;
import eyas.cli.run.ActionResult;
import eyas.cli.run.Console;
import eyas.cli.run.TaskAction;
import eyas.cli.run.UsageException;
import eyas.policies.evaluate.EvaluationReport;
import eyas.policies.evaluate.EvaluationSettings;
import eyas.policies.evaluate.QuadrotorSet;
import eyas.sim.task.TaskDescription;
import eyas.sim.task.quadrotor.QuadrotorModel;
import eyas.sim.task.quadrotor.QuadrotorTask;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** {@code evaluate}: compares bundles, by default the shipped ones and the cascaded PID. */
final class EvaluateAction implements TaskAction {
  private static final List<String> ORDER =
      List.of("student-raptor", "student", "student-rates", "teacher", "mlp");

  @Override
  public String name() {
    return "evaluate";
  }

  @Override
  public ActionResult run(ActionRequest request, Console console) {
    QuadrotorRunConfig config = QuadrotorPipeline.config(request.options());
    QuadrotorRunConfig.Evaluation asked = config.evaluation();
    String preset = request.options().preset().orElse("default");
    long seed = request.options().seed().orElse(asked.seed());
    int episodes = request.count("episodes", asked.episodes());
    Comparison comparison =
        new Comparison(
            preset,
            request.options().overrides(),
            new EvaluationSettings(episodes, seed, asked.figureEight()));
    try (QuadrotorLab lab = QuadrotorLab.open(request.options().device())) {
      EvaluationReport report =
          comparison.fly(
              lab,
              contestants(request, preset),
              model -> set(request, model, asked.quadrotors(), seed));
      Map<String, Object> values = new java.util.LinkedHashMap<>(report.toMap());
      values.put("preset", preset);
      values.put("overrides", request.options().overrides());
      return ActionResult.of(values);
    }
  }

  private static List<Contestant> contestants(ActionRequest request, String preset) {
    TaskDescription task =
        new QuadrotorTask().model(preset, request.options().overrides()).description();
    List<Path> bundles = request.policies();
    List<Contestant> all = new ArrayList<>();
    (bundles.isEmpty() ? shipped(task.name()) : bundles)
        .forEach(path -> all.add(Contestant.of(path, task)));
    if (bundles.isEmpty()) {
      all.add(Contestant.pid());
    }
    requireDistinct(all);
    return all;
  }

  // students first: the order of the README's table; what else is shipped for the task follows
  private static List<Path> shipped(String task) {
    return Home.policies().stream()
        .filter(path -> PolicyBundle.load(path).contract().task().equals(task))
        .sorted(Comparator.comparingInt(EvaluateAction::place).thenComparing(path -> path))
        .toList();
  }

  private static int place(Path bundle) {
    int place = ORDER.indexOf(String.valueOf(bundle.getFileName()));
    return place < 0 ? ORDER.size() : place;
  }

  private static void requireDistinct(List<Contestant> all) {
    List<String> names = all.stream().map(c -> c.policy().name()).toList();
    if (names.stream().distinct().count() != names.size()) {
      throw new UsageException(
          "Two of the policies "
              + names
              + " have the same name. Compare policies with distinct names.");
    }
  }

  /** Returns the quadrotors of a table, one by its name, or fresh draws of the sampler. */
  static QuadrotorSet set(ActionRequest request, QuadrotorModel model, int count, long seed) {
    return GivenQuadrotors.of(request)
        .map(given -> QuadrotorSet.of(given.name(), model, given.quadrotors(), seed))
        .orElseGet(() -> QuadrotorSet.heldOut(model, count, seed));
  }
}
