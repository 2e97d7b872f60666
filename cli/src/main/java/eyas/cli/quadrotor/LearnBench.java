package eyas.cli.quadrotor;

import eyas.cli.run.ActionRequest;
import eyas.cli.run.ActionResult;
import eyas.cli.run.Console;
import eyas.cli.run.TaskAction;
import eyas.policies.analytic.AnalyticConfig;
import eyas.policies.analytic.AnalyticTrainer;
import eyas.policies.analytic.LaneNetwork;
import eyas.sim.task.quadrotor.QuadrotorModel;
import eyas.sim.task.quadrotor.QuadrotorTask;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code bench learn}: samples a second of analytic training, world and optimizer included. */
final class LearnBench implements TaskAction {
  private static final AnalyticConfig WINDOW =
      new AnalyticConfig(64, 250, 100_000, 1e-3, 0.05, 1, 10_000);
  private static final double SECONDS = 3;

  @Override
  public String name() {
    return "bench learn";
  }

  @Override
  public ActionResult run(ActionRequest request, Console console) {
    String preset = request.options().preset().orElse("raptor");
    QuadrotorModel model = new QuadrotorTask().model(preset, request.options().overrides());
    try (QuadrotorLab lab = QuadrotorLab.open(request.options().device())) {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("device", lab.device().info().name());
      values.put("lanes", lab.lanes().width());
      values.put("environments", WINDOW.environments());
      values.put("steps", WINDOW.steps());
      values.put("samplesPerSecond", rate(lab, model, "onboard", true, 16));
      values.put("teacherSamplesPerSecond", rate(lab, model, "privileged", false, 64));
      return ActionResult.of(values);
    }
  }

  private static double rate(
      QuadrotorLab lab, QuadrotorModel model, String group, boolean gru, int width) {
    LaneNetwork network = new LaneNetwork(gru, model.description().group(group).size(), width, 4);
    try (AnalyticTrainer trainer =
        new AnalyticTrainer(
            lab.device(),
            lab.lanes(),
            model,
            group,
            network,
            1,
            WINDOW,
            (member, random, out) -> model.sampleParameters(random, out),
            Optional.empty(),
            1)) {
      // the first updates wait for the compiler
      seconds(lab, trainer, 30);
      double each = seconds(lab, trainer, 50) / 50;
      int updates = Math.max(50, (int) (SECONDS / each));
      double samples = (double) updates * WINDOW.environments() * WINDOW.steps();
      return samples / seconds(lab, trainer, updates);
    }
  }

  private static double seconds(QuadrotorLab lab, AnalyticTrainer trainer, int updates) {
    long start = System.nanoTime();
    for (int i = 0; i < updates; i++) {
      trainer.update();
    }
    lab.device().finish();
    return (System.nanoTime() - start) * 1e-9;
  }
}
