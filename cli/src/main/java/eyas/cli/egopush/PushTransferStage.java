package eyas.cli.egopush;

import eyas.assets.policy.PolicyBundle;
import eyas.cli.run.Phase;
import eyas.cli.run.RunContext;
import eyas.cli.run.Stage;
import eyas.cli.run.StageResult;
import eyas.policies.evaluate.push.PushTransferReport;
import java.nio.file.Path;
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
    Map<String, PushTraining> tiers = new LinkedHashMap<>(config.teachers());
    config.students().forEach((name, student) -> tiers.put(name, config.teacher(student)));
    Map<String, Object> summary = new LinkedHashMap<>();
    boolean passed = true;
    for (Map.Entry<String, PushTraining> tier : tiers.entrySet()) {
      Path folder = context.folder().policy(tier.getKey());
      PushTransferReport report = fly(context, config.gate(), folder, tier.getValue());
      context.console().say(report.summary());
      summary.put(tier.getKey(), report.toMap());
      if (config.gate().policies().contains(tier.getKey())) {
        // a run flies its policies anew: an older seal goes
        PolicyBundle.load(folder).withGate(report.gate()).save(folder);
        passed &= report.passed();
      }
    }
    return StageResult.gate(passed, summary);
  }

  private static PushTransferReport fly(
      RunContext context, EgoPushRunConfig.Gate gate, Path folder, PushTraining tier) {
    PushJudge judge =
        new PushJudge(tier.model(), gate.episodes(), gate.seed(), context.options().device());
    PolicyBundle bundle = PolicyBundle.load(folder).verify();
    return judge.transfer(List.of(judge.of(bundle)), gate).get(0);
  }
}
