package eyas.cli.egopush;

import eyas.assets.policy.PolicyBundle;
import eyas.cli.command.Home;
import eyas.cli.run.ActionRequest;
import eyas.cli.run.ActionResult;
import eyas.cli.run.Console;
import eyas.cli.run.TaskAction;
import eyas.sim.task.egopush.EgoPushModel;
import eyas.sim.task.egopush.EgoPushTask;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code evaluate}: judges bundles, by default the shipped ones of the tier and the scripted. */
final class PushEvaluateAction implements TaskAction {
  private static final String FIRST_TIER = "t1";

  @Override
  public String name() {
    return "evaluate";
  }

  @Override
  public ActionResult run(ActionRequest request, Console console) {
    EgoPushRunConfig.Evaluation asked = EgoPushPipeline.config(request.options()).evaluation();
    String preset = request.options().preset().orElse(FIRST_TIER);
    EgoPushModel model = new EgoPushTask().model(preset, request.options().overrides());
    PushJudge judge =
        new PushJudge(
            model,
            request.count("episodes", asked.episodes()),
            request.options().seed().orElse(asked.seed()),
            request.options().device());
    List<PushPilot> policies = new ArrayList<>();
    bundles(request, preset).forEach(bundle -> policies.add(judge.of(bundle)));
    policies.add(judge.scripted());
    List<Map<String, Object>> scores = new ArrayList<>();
    judge.judge(policies).forEach(score -> scores.add(score.toMap()));
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("preset", preset);
    values.put("overrides", request.options().overrides());
    values.put("policies", scores);
    return ActionResult.of(values);
  }

  private static List<PolicyBundle> bundles(ActionRequest request, String preset) {
    if (!request.policies().isEmpty()) {
      return request.policies().stream().map(path -> PolicyBundle.load(path).verify()).toList();
    }
    return Home.policies().stream()
        .map((Path path) -> PolicyBundle.load(path).verify())
        .filter(bundle -> bundle.contract().task().equals(EgoPushTask.NAME))
        .filter(bundle -> preset.equals(bundle.contract().provenance().get("preset")))
        .toList();
  }
}
