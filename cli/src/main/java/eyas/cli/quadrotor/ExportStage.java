package eyas.cli.quadrotor;

import eyas.assets.policy.PolicyBundle;
import eyas.assets.policy.Seal;
import eyas.cli.onboard.OnboardFiles;
import eyas.cli.run.Phase;
import eyas.cli.run.RunContext;
import eyas.cli.run.Stage;
import eyas.cli.run.StageResult;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Seals the students that passed the gate, into the run's {@code export} folder; a gate that asked
 * for less than the usual (profile {@code smoke}) gives a forced seal. Beside each bundle lie its C
 * code and its ONNX model.
 */
record ExportStage() implements Stage {
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
    QuadrotorRunConfig.Gate gate = context.config().bind(QuadrotorRunConfig.class).gate();
    Map<String, Object> summary = new LinkedHashMap<>();
    for (String policy : gate.policies()) {
      PolicyBundle sealed = Sealing.ofRun(context.folder().policy(policy), gate);
      Path out = context.folder().export(policy);
      sealed.save(out);
      Seal seal = sealed.seal().orElseThrow();
      summary.put(
          policy,
          Map.of(
              "folder",
              out.toString(),
              "sha256",
              seal.sha256(),
              "forced",
              seal.forced(),
              "onboard",
              OnboardFiles.beside(sealed, out)));
    }
    return StageResult.done(summary);
  }
}
