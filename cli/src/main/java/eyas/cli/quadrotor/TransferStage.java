package eyas.cli.quadrotor;

import eyas.assets.policy.PolicyBundle;
import eyas.cli.run.Phase;
import eyas.cli.run.RunContext;
import eyas.cli.run.Stage;
import eyas.cli.run.StageResult;
import eyas.policies.evaluate.transfer.TransferReport;
import eyas.sim.task.TaskDescription;
import eyas.sim.task.quadrotor.QuadrotorTask;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The transfer gate of a run: every student for robots must fly in JBullet. */
record TransferStage() implements Stage {
  private static final String PRESET = "default";

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
    QuadrotorRunConfig config = context.config().bind(QuadrotorRunConfig.class);
    QuadrotorRunConfig.Gate gate = config.gate();
    List<String> own = config.over(PRESET);
    TaskDescription task = new QuadrotorTask().model(PRESET, own).description();
    Map<String, Object> summary = new LinkedHashMap<>();
    boolean passed = true;
    try (QuadrotorLab lab = QuadrotorLab.open(context.options().device())) {
      for (String policy : gate.policies()) {
        Path folder = context.folder().policy(policy);
        TransferReport report =
            GateFlight.fly(lab, gate, Contestant.of(folder, task), own, gate.seed());
        context.console().say(report.summary());
        keep(folder, report);
        summary.put(policy, report.toMap());
        passed &= report.passed();
      }
    }
    return StageResult.gate(passed, summary);
  }

  // a run flies its policies anew: an older seal goes
  private static void keep(Path folder, TransferReport report) {
    PolicyBundle.load(folder).withGate(report.gate()).save(folder);
  }
}
