package eyas.cli.egopush;

import eyas.assets.policy.PolicyBundle;
import eyas.cli.run.ActionRequest;
import eyas.cli.run.ActionResult;
import eyas.cli.run.Console;
import eyas.cli.run.TaskAction;
import eyas.policies.evaluate.push.PushTransferReport;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code transfer}: lets bundles push in both engines from the same starts, each in its own tier. A
 * bundle that is not sealed keeps the report, so that {@code export} can seal it.
 */
final class PushTransferAction implements TaskAction {
  @Override
  public String name() {
    return "transfer";
  }

  @Override
  public ActionResult run(ActionRequest request, Console console) {
    EgoPushRunConfig.Gate gate = EgoPushPipeline.config(request.options()).gate();
    List<String> overrides = request.options().overrides();
    Map<String, Object> policies = new LinkedHashMap<>();
    boolean passed = true;
    for (Path folder : PushBundleFolders.asked(request, "fly")) {
      PushTransferReport report = fly(request, gate, PolicyBundle.load(folder).verify());
      console.say(report.summary());
      // only the tier as it is counts when a bundle is sealed
      if (overrides.isEmpty()) {
        keep(folder, report);
      }
      policies.put(report.training().policy(), report.toMap());
      passed &= report.passed();
    }
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("passed", passed);
    values.put("overrides", overrides);
    values.put("policies", policies);
    return new ActionResult(passed, values);
  }

  private static PushTransferReport fly(
      ActionRequest request, EgoPushRunConfig.Gate gate, PolicyBundle bundle) {
    PushJudge judge =
        new PushJudge(
            PushBundleFolders.tier(bundle, request.options().overrides()),
            gate.episodes(),
            request.options().seed().orElse(gate.seed()),
            request.options().device());
    return judge.transfer(List.of(judge.of(bundle)), gate).get(0);
  }

  private static void keep(Path folder, PushTransferReport report) {
    PolicyBundle bundle = PolicyBundle.load(folder);
    if (!bundle.isSealed()) {
      bundle.withGate(report.gate()).save(folder);
    }
  }
}
