package eyas.cli.quadrotor;

import eyas.assets.policy.PolicyBundle;
import eyas.cli.quadrotor.QuadrotorRunConfig.Training;
import eyas.cli.run.Phase;
import eyas.cli.run.RunContext;
import eyas.cli.run.Stage;
import eyas.cli.run.StageResult;
import eyas.policies.analytic.LaneNetwork;
import eyas.sim.random.Philox;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The least that training must show: the student flies three times as long as one with fresh
 * weights.
 *
 * @param student name of the student
 * @param training how it was trained
 */
record UntrainedStage(String student, Training training) implements Stage {
  private static final double TIMES = 3;

  @Override
  public String name() {
    return "beyond-untrained";
  }

  @Override
  public Phase phase() {
    return Phase.EVALUATE;
  }

  @Override
  public StageResult run(RunContext context) {
    PolicyBundle trained = PolicyBundle.load(context.folder().policy(student)).verify();
    LaneNetwork network = training.network(training.model(Optional.empty()));
    float[] fresh = network.initial(Philox.host(context.seed(), 0));
    PolicyBundle untrained = PolicyBundle.of(trained.contract(), network.unpack(fresh, 0));
    try (QuadrotorLab lab = QuadrotorLab.open(context.options().device())) {
      double before = Probation.meanLength(lab, training, untrained, context.seed());
      double after = Probation.meanLength(lab, training, trained, context.seed());
      Map<String, Object> summary = new LinkedHashMap<>();
      summary.put("untrainedLength", before);
      summary.put("length", after);
      return StageResult.gate(after >= TIMES * before, summary);
    }
  }
}
