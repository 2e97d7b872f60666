package eyas.cli.quadrotor;

import eyas.assets.policy.Tensor;
import eyas.assets.robot.QuadrotorParameters;
import eyas.policies.analytic.LaneNetwork;
import eyas.policies.learner.IterationReport;
import eyas.policies.network.NetworkWeights;
import eyas.policies.ppo.PpoConfig;
import eyas.policies.ppo.PpoLearner;
import eyas.sim.random.Philox;
import eyas.sim.task.LaneWorld;
import eyas.sim.task.quadrotor.QuadrotorModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A hover teacher by PPO; what each setting is worth stands in docs/learning.md. */
final class HoverPpo implements HoverLearner {
  private static final PpoTraining TRAINING =
      new PpoTraining(
          List.of("episode-seconds=1"),
          256,
          400,
          "critic",
          List.of(64, 64),
          0.3,
          true,
          new PpoConfig.Rollout(64, 0.99, 0.95, 100),
          new PpoConfig.Update(5, 4096, 1e-3, 0.01, 0.2, true, 1, 0, 1, true));
  private static final int BETWEEN_FLIGHTS = 2;
  private static final int STREAM = 45;

  private final LaneNetwork network;
  private final LaneWorld world;
  private final PpoLearner learner;
  private long steps;
  private double collecting;
  private double learning;

  HoverPpo(QuadrotorLab lab, LaneNetwork network, QuadrotorParameters quadrotor, long seed) {
    this.network = network;
    QuadrotorModel model = TRAINING.model("raptor", List.of());
    world = new LaneWorld(lab.device(), model, TRAINING.environments(), lab.lanes());
    world.reset(seed);
    world.setParameters(parameters(model, quadrotor, seed));
    world.resetAll();
    learner = new PpoLearner(world, TRAINING.config("privileged", network.width()), seed);
  }

  private static float[] parameters(QuadrotorModel model, QuadrotorParameters q, long seed) {
    int rows = model.description().parameterRows();
    float[] one = new float[rows];
    float[] all = new float[rows * TRAINING.environments()];
    for (int e = 0; e < TRAINING.environments(); e++) {
      model.fill(q, q.initPosition(), new Philox(seed, e, 0, 0, STREAM), one);
      System.arraycopy(one, 0, all, e * rows, rows);
    }
    return all;
  }

  @Override
  public boolean finished() {
    return learner.iteration() >= TRAINING.iterations();
  }

  @Override
  public void learn() {
    for (int i = 0; i < BETWEEN_FLIGHTS; i++) {
      IterationReport report = learner.iterate();
      steps = report.environmentSteps();
      collecting += report.secondsCollecting();
      learning += report.secondsLearning();
    }
  }

  @Override
  public float[] weights() {
    NetworkWeights weights = learner.current();
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    weights
        .spec()
        .weightShapes()
        .forEach((name, shape) -> tensors.put(name, Tensor.of(weights.tensor(name), shape)));
    return network.pack(tensors, learner.currentNormaliser().orElseThrow());
  }

  @Override
  public Map<String, Object> progress() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("iterations", learner.iteration());
    values.put("environmentSteps", steps);
    values.put("secondsCollecting", Math.round(100 * collecting) / 100.0);
    values.put("secondsLearning", Math.round(100 * learning) / 100.0);
    return values;
  }

  @Override
  public void close() {
    learner.close();
    world.close();
  }
}
