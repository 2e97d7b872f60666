package eyas.cli.quadrotor;

import eyas.cli.run.ActionRequest;
import eyas.cli.run.ActionResult;
import eyas.cli.run.Console;
import eyas.cli.run.TaskAction;
import eyas.cli.run.UsageException;
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
  private static final int ENVIRONMENTS = 64;
  // of one number [s]
  private static final int SECONDS = 3;

  @Override
  public String name() {
    return "bench learn";
  }

  @Override
  public ActionResult run(ActionRequest request, Console console) {
    String preset = request.options().preset().orElse("raptor");
    QuadrotorModel model = new QuadrotorTask().model(preset, request.options().overrides());
    AnalyticConfig window = window(request.count("environments", ENVIRONMENTS));
    int seconds = request.count("seconds", SECONDS);
    try (QuadrotorLab lab = QuadrotorLab.open(request.options().device())) {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("device", lab.device().info().name());
      values.put("lanes", lab.lanes().width());
      values.put("environments", window.environments());
      values.put("steps", window.steps());
      values.put("samplesPerSecond", rate(lab, model, network(model, true), window, seconds));
      values.put(
          "teacherSamplesPerSecond", rate(lab, model, network(model, false), window, seconds));
      return ActionResult.of(values);
    }
  }

  private static AnalyticConfig window(int environments) {
    if (environments % 16 != 0) {
      throw new UsageException(
          "--environments is " + environments + "; training takes a multiple of 16, such as 64.");
    }
    return new AnalyticConfig(environments, 250, 100_000, 1e-3, 0.05, 1, 10_000);
  }

  // the recurrent student, or the teacher
  private static LaneNetwork network(QuadrotorModel model, boolean student) {
    int inputs = model.description().group(group(student)).size();
    return new LaneNetwork(student, inputs, student ? 16 : 64, 4);
  }

  private static String group(boolean student) {
    return student ? "onboard" : "privileged";
  }

  private static double rate(
      QuadrotorLab lab,
      QuadrotorModel model,
      LaneNetwork network,
      AnalyticConfig window,
      int seconds) {
    try (AnalyticTrainer trainer =
        new AnalyticTrainer(
            lab.device(),
            lab.lanes(),
            model,
            group(network.recurrent()),
            network,
            1,
            window,
            (member, random, out) -> model.sampleParameters(random, out),
            Optional.empty(),
            1)) {
      // the first updates wait for the compiler
      seconds(lab, trainer, 30);
      double each = seconds(lab, trainer, 50) / 50;
      int updates = Math.max(50, (int) (seconds / each));
      double samples = (double) updates * window.environments() * window.steps();
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
