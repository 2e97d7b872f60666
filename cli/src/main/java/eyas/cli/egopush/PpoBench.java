package eyas.cli.egopush;

import eyas.policies.learner.IterationReport;
import eyas.policies.ppo.PpoLearner;
import eyas.sim.device.ComputeDevice;
import eyas.sim.task.LaneWorld;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Compares PPO in fused kernels with PPO in PyTorch: the same teacher, world and samples. */
public record PpoBench(PushTraining training, int iterations, int threads) {
  private static final int WARM_UP = 3;

  /** Measures both, one after the other. */
  public Map<String, Object> run(ComputeDevice device, long seed) {
    double[] fused = measure(device, seed, true);
    double[] torch = measure(device, seed, false);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("device", device.info().name());
    values.put("lanes", device.nativeLanes().width());
    values.put("weights", training.specs().actor().weightCount());
    values.put("passesPerSecond", fused[0]);
    values.put("stepsPerSecond", fused[1]);
    values.put("torchPassesPerSecond", torch[0]);
    values.put("torchStepsPerSecond", torch[1]);
    values.put("ratio", fused[0] / torch[0]);
    return values;
  }

  // samples passed forward and back a second while learning; environment steps a second in all
  private double[] measure(ComputeDevice device, long seed, boolean kernels) {
    int environments = training.environments();
    try (LaneWorld world =
        new LaneWorld(device, training.learningModel(), environments, device.nativeLanes())) {
      world.reset(seed);
      try (PpoLearner learner = learner(world, seed, kernels)) {
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

  private PpoLearner learner(LaneWorld world, long seed, boolean kernels) {
    return kernels
        ? new PpoLearner(world, training.config(), training.specs(), seed, threads)
        : PpoLearner.inTorch(world, training.config(), training.specs(), seed, threads);
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
