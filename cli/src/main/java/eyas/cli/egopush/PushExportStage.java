package eyas.cli.egopush;

import eyas.assets.policy.PolicyBundle;
import eyas.assets.policy.Seal;
import eyas.cli.run.Phase;
import eyas.cli.run.RunContext;
import eyas.cli.run.SealRule;
import eyas.cli.run.Stage;
import eyas.cli.run.StageResult;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Seals the students that passed the gate, into the run's {@code export} folder; a gate that asked
 * for less than the usual (profile {@code smoke}) gives a forced seal.
 */
final class PushExportStage implements Stage {
  /** Success in JBullet of at least 60 %, and at most 10 points below the training engine. */
  static final SealRule RULE = new SealRule(0.6, 0.1);

  @Override
  public String name() {
    return "export";
  }

  @Override
  public Phase phase() {
    return Phase.EXPORT;
  }

  @Override
  public StageResult run(RunContext context) {
    EgoPushRunConfig.Gate gate = context.config().bind(EgoPushRunConfig.class).gate();
    Map<String, Object> summary = new LinkedHashMap<>();
    for (String policy : gate.policies()) {
      PolicyBundle sealed =
          RULE.ofRun(context.folder().policy(policy), new SealRule(gate.success(), gate.drop()));
      Path out = context.folder().export(policy);
      sealed.save(out);
      Seal seal = sealed.seal().orElseThrow();
      summary.put(
          policy,
          Map.of("folder", out.toString(), "sha256", seal.sha256(), "forced", seal.forced()));
    }
    return StageResult.done(summary);
  }
}
