package eyas.cli.egopush;

import eyas.assets.policy.PolicyBundle;
import eyas.cli.run.Phase;
import eyas.cli.run.RunContext;
import eyas.cli.run.Stage;
import eyas.cli.run.StageResult;
import eyas.policies.evaluate.push.PushTransferReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The transfer gate of a run: teachers and students push in JBullet from the same starts. */
final class PushTransferStage implements Stage {
  @Override
  public String name() {
    return "transfer";
  }

  @Override
  public Phase phase() {
    return Phase.TRANSFER;
  }

  @Override
  public StageResult run(RunContext context) {
    EgoPushRunConfig config = context.config().bind(EgoPushRunConfig.class);
    EgoPushRunConfig.Gate gate = config.gate();
    Map<String, Object> summary = new LinkedHashMap<>();
    boolean passed = true;
    for (Map.Entry<PushTraining, List<String>> tier : tiers(config).entrySet()) {
      for (PushTransferReport report : fly(context, gate, tier.getKey(), tier.getValue())) {
        String name = report.training().policy();
        context.console().say(report.summary());
        summary.put(name, report.toMap());
        if (gate.policies().contains(name)) {
          // a run flies its policies anew: an older seal goes
          Path folder = context.folder().policy(name);
          PolicyBundle.load(folder).withGate(report.gate()).save(folder);
          passed &= report.passed();
        }
      }
    }
    return StageResult.gate(passed, summary);
  }

  // who pushes in the same tier shares its worlds
  private static Map<PushTraining, List<String>> tiers(EgoPushRunConfig config) {
    Map<PushTraining, List<String>> tiers = new LinkedHashMap<>();
    config
        .teachers()
        .forEach(
            (name, training) ->
                tiers.computeIfAbsent(training, key -> new ArrayList<>()).add(name));
    config.students().forEach((name, student) -> tiers.get(config.teacher(student)).add(name));
    return tiers;
  }

  private static List<PushTransferReport> fly(
      RunContext context, EgoPushRunConfig.Gate gate, PushTraining tier, List<String> policies) {
    PushJudge judge =
        new PushJudge(tier.model(), gate.episodes(), gate.seed(), context.options().device());
    List<PushPilot> pilots =
        policies.stream()
            .map(name -> judge.of(PolicyBundle.load(context.folder().policy(name)).verify()))
            .toList();
    return judge.transfer(pilots, gate);
  }
}
