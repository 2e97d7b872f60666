package eyas.cli.egopush;

import eyas.cli.run.ActionRequest;
import eyas.cli.run.ActionResult;
import eyas.cli.run.Console;
import eyas.cli.run.TaskAction;
import eyas.policies.learner.IterationReport;
import eyas.policies.network.TorchEngine;
import eyas.policies.ppo.PpoLearner;
import eyas.sim.device.ComputeDevice;
import eyas.sim.task.LaneWorld;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code bench ppo}: PPO in fused kernels beside PPO in PyTorch, with the first teacher of the
 * packaged run and the same world.
 */
final class PushPpoBench implements TaskAction {
  private static final int WARM_UP = 3;
  private static final int ITERATIONS = 9;

  @Override
  public String name() {
    return "bench ppo";
  }

  @Override
  public ActionResult run(ActionRequest request, Console console) {
    PushTraining training =
        EgoPushPipeline.config(request.options()).teachers().values().iterator().next();
    int iterations = request.count("iterations", ITERATIONS);
    long seed = request.options().seed().orElse(1);
    try (ComputeDevice device = ComputeDevice.open(request.options().device())) {
      double[] fused = measure(device, training, iterations, seed, true);
      double[] torch = measure(device, training, iterations, seed, false);
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("device", device.info().name());
      values.put("lanes", device.nativeLanes().width());
      values.put("weights", training.specs().actor().weightCount());
      values.put("passesPerSecond", fused[0]);
      values.put("stepsPerSecond", fused[1]);
      values.put("torchPassesPerSecond", torch[0]);
      values.put("torchStepsPerSecond", torch[1]);
      values.put("ratio", fused[0] / torch[0]);
      return ActionResult.of(values);
    }
  }

  // samples passed forward and back a second while learning; environment steps a second in all
  private static double[] measure(
      ComputeDevice device, PushTraining training, int iterations, long seed, boolean kernels) {
    int environments = training.environments();
    try (LaneWorld world =
        new LaneWorld(device, training.learningModel(), environments, device.nativeLanes())) {
      world.reset(seed);
      try (PpoLearner learner = learner(world, training, seed, kernels)) {
        double[] learning = new double[iterations];
        double[] whole = new double[iterations];
        for (int i = -WARM_UP; i < iterations; i++) {
          IterationReport report = learner.iterate();
          if (i >= 0) {
            learning[i] = report.secondsLearning();
            whole[i] = report.secondsLearning() + report.secondsCollecting();
          }
        }
        double samples = (double) environments * training.rollout().steps();
        return new double[] {
          samples * training.update().epochs() / median(learning), samples / median(whole)
        };
      }
    }
  }

  private static PpoLearner learner(
      LaneWorld world, PushTraining training, long seed, boolean kernels) {
    int threads = TorchEngine.usualThreads();
    return kernels
        ? new PpoLearner(world, training.config(), training.specs(), seed, threads)
        : PpoLearner.inTorch(world, training.config(), training.specs(), seed, threads);
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
