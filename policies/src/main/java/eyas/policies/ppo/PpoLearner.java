package eyas.policies.ppo;

import ai.djl.ndarray.types.DataType;
import eyas.assets.policy.Normaliser;
import eyas.policies.checkpoint.CheckpointReader;
import eyas.policies.checkpoint.CheckpointWriter;
import eyas.policies.learner.IterationReport;
import eyas.policies.learner.Learner;
import eyas.policies.learner.LearnerException;
import eyas.policies.network.NetworkWeights;
import eyas.policies.network.TorchEngine;
import eyas.policies.network.WeightInitializer;
import eyas.policies.rollout.Actor;
import eyas.policies.rollout.EpisodeStatistics;
import eyas.policies.rollout.GaussianNoise;
import eyas.policies.rollout.ObservationNormaliser;
import eyas.policies.rollout.RawObservations;
import eyas.policies.rollout.RolloutBuffer;
import eyas.policies.rollout.RolloutCollector;
import eyas.sim.device.ComputeDevice;
import eyas.sim.device.Lanes;
import eyas.sim.random.Philox;
import eyas.sim.task.LaneWorld;
import eyas.sim.task.TaskDescription;
import eyas.sim.task.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * PPO on one world. The seed decides first weights, noise and order of samples; the world is taken
 * as it is and stays open when the learner is closed.
 */
public final class PpoLearner implements Learner {
  private static final String NAME = "ppo";
  private static final int STREAM = 203;
  private static final double LAST_ACTOR_GAIN = 0.1;

  private final long seed;
  private final PpoModel model;
  private final PpoCompute compute;
  private final ObservationNormaliser actorNormaliser;
  private final ObservationNormaliser criticNormaliser;
  private final EpisodeStatistics episodes;
  private final RolloutCollector collector;
  private final RolloutBuffer buffer;
  private final RawObservations raw;
  private final ValueEstimator estimator;
  private final PpoUpdate update;
  private BestPolicy best;
  private long iteration;
  private long steps;

  /**
   * Creates a learner with fresh weights.
   *
   * @param world where it learns; must have been reset, with the parameters it should have
   * @param config settings
   * @param seed of everything random
   */
  public PpoLearner(World world, PpoConfig config, long seed) {
    this(world, config, seed, TorchEngine.usualThreads());
  }

  /** Creates a learner whose operations use {@code threads} threads. */
  public PpoLearner(World world, PpoConfig config, long seed, int threads) {
    this(world, config, PpoSpecs.of(world.description(), config.networks()), seed, threads);
  }

  /**
   * Creates a learner with networks of any layers without memory. Two hidden dense layers, with a
   * PointNet before them or without, are computed by fused kernels if the world is on a device.
   *
   * @param world where it learns; must have been reset, with the parameters it should have
   * @param config settings; its hidden widths and activations do not count
   * @param specs networks
   * @param seed of everything random
   * @param threads threads inside one operation
   */
  public PpoLearner(World world, PpoConfig config, PpoSpecs specs, long seed, int threads) {
    this(world, config, specs, seed, threads, true);
  }

  /**
   * Creates a learner that computes in PyTorch even where fused kernels exist, to compare both.
   *
   * @param threads threads inside one operation
   */
  public static PpoLearner inTorch(
      World world, PpoConfig config, PpoSpecs specs, long seed, int threads) {
    return new PpoLearner(world, config, specs, seed, threads, false);
  }

  private PpoLearner(
      World world, PpoConfig config, PpoSpecs specs, long seed, int threads, boolean fused) {
    this.seed = seed;
    TaskDescription task = world.description();
    PpoConfig.Networks networks = config.networks();
    specs.require(task, networks);
    int inputs = task.group(networks.actorGroup()).size();
    int criticInputs = task.group(networks.criticGroup()).size();
    int actions = task.actions().size();
    actorNormaliser = new ObservationNormaliser(inputs, networks.normaliseObservations());
    criticNormaliser = new ObservationNormaliser(criticInputs, networks.normaliseObservations());
    episodes = new EpisodeStatistics(world.environments(), config.rollout().episodeWindow());
    collector =
        new RolloutCollector(
            world,
            new RolloutCollector.Observer(networks.actorGroup(), actorNormaliser),
            new RolloutCollector.Observer(networks.criticGroup(), criticNormaliser),
            new GaussianNoise(seed),
            episodes);
    int length = config.rollout().steps();
    buffer = new RolloutBuffer(length, world.environments(), inputs, criticInputs, actions);
    raw = new RawObservations(buffer);
    model = model(specs, networks.initialDeviation(), seed, threads);
    compute = compute(world, specs, config.update(), fused);
    estimator = new ValueEstimator(compute::values, config);
    update = new PpoUpdate(model, compute, config.update(), seed);
    best = new BestPolicy(Double.NEGATIVE_INFINITY, current(), actorNormaliser.frozen());
  }

  private static PpoModel model(PpoSpecs specs, double deviation, long seed, int threads) {
    PpoModel model =
        new PpoModel(TorchEngine.open(threads), specs.actor(), specs.critic(), DataType.FLOAT32);
    Philox random = Philox.host(seed, STREAM);
    model.initialise(
        WeightInitializer.draw(specs.actor(), random, LAST_ACTOR_GAIN),
        WeightInitializer.draw(specs.critic(), random, 1),
        deviation);
    return model;
  }

  /** Fused kernels where the networks have them and the world is on a device. */
  private PpoCompute compute(World world, PpoSpecs specs, PpoConfig.Update config, boolean fused) {
    return LaneShape.find(specs.actor())
        .flatMap(actor -> LaneShape.find(specs.critic()).map(critic -> List.of(actor, critic)))
        .filter(shapes -> fused && world instanceof LaneWorld)
        .<PpoCompute>map(
            shapes -> {
              ComputeDevice device = ((LaneWorld) world).device();
              Lanes lanes = device.nativeLanes();
              return new LaneCompute(
                  device, lanes, shapes.get(0), shapes.get(1), model, config, buffer);
            })
        .orElseGet(() -> new TorchCompute(model, config));
  }

  /**
   * Begins with the weights of another policy, such as one of an easier tier, instead of fresh
   * ones. To be called before the first iteration; a value function of its own is learned anew.
   *
   * @param actor weights with the names and shapes of this policy's
   */
  public void begin(NetworkWeights actor) {
    if (iteration > 0) {
      throw new LearnerException(
          "A policy can only begin with other weights before its first iteration, but "
              + iteration
              + " are done.");
    }
    model.begin(new NetworkWeights(current().spec(), actor.tensors()));
    compute.push();
    best = new BestPolicy(Double.NEGATIVE_INFINITY, current(), actorNormaliser.frozen());
  }

  @Override
  public String algorithm() {
    return NAME;
  }

  @Override
  public long iteration() {
    return iteration;
  }

  @Override
  public IterationReport iterate() {
    final long start = System.nanoTime();
    if (iteration == 0) {
      collector.learnPresent();
    }
    collector.collect(new ModelActor(model, compute), iteration, buffer, raw);
    final long collected = System.nanoTime();
    Map<String, Double> metrics = new LinkedHashMap<>();
    if (episodes.finished() > 0) {
      metrics.put("mean-return", episodes.meanReturn());
      metrics.put("mean-length", episodes.meanLength());
      metrics.put("terminated-fraction", episodes.terminatedFraction());
    }
    rememberBest();
    PpoTargets targets = estimator.estimate(buffer);
    update.run(buffer, targets, iteration, metrics);
    raw.teach(actorNormaliser, criticNormaliser);
    iteration++;
    steps += buffer.samples();
    double collecting = (collected - start) * 1e-9;
    double learning = (System.nanoTime() - collected) * 1e-9;
    finish(metrics, targets, collecting, learning);
    return new IterationReport(iteration, steps, metrics, collecting, learning);
  }

  private void finish(
      Map<String, Double> metrics, PpoTargets targets, double collecting, double learning) {
    metrics.put("explained-variance", targets.explainedVariance());
    double sum = 0;
    for (float deviation : model.deviation()) {
      sum += deviation;
    }
    metrics.put("action-deviation", sum / model.actions());
    collector
        .meanTerms(buffer.samples())
        .forEach((term, mean) -> metrics.put("reward/" + term, mean));
    metrics.put("seconds-in-world", collector.secondsInWorld());
    metrics.put("seconds-acting", collecting - collector.secondsInWorld());
    metrics.put("samples-per-second", buffer.samples() / (collecting + learning));
  }

  /** The episodes just seen were flown by the weights that are still current here. */
  private void rememberBest() {
    if (episodes.full() && episodes.meanReturn() > best.score()) {
      best = new BestPolicy(episodes.meanReturn(), current(), actorNormaliser.frozen());
    }
  }

  @Override
  public NetworkWeights best() {
    return best.score() == Double.NEGATIVE_INFINITY ? current() : best.weights();
  }

  @Override
  public NetworkWeights current() {
    return model.actorWeights();
  }

  @Override
  public Optional<Normaliser> bestNormaliser() {
    return best.score() == Double.NEGATIVE_INFINITY
        ? currentNormaliser()
        : Optional.of(best.normaliser());
  }

  @Override
  public Optional<Normaliser> currentNormaliser() {
    return Optional.of(actorNormaliser.frozen());
  }

  /** Returns the standard deviation of each action now. */
  public float[] actionDeviation() {
    return model.deviation();
  }

  @Override
  public void save(CheckpointWriter writer) {
    writer.text("algorithm", NAME);
    writer.longs("progress", iteration, steps);
    writer.longs("seed", seed);
    writer.floats("weights", model.weights());
    update.save(writer.within("update"));
    estimator.save(writer.within("values"));
    actorNormaliser.save(writer.within("actor-normaliser"));
    criticNormaliser.save(writer.within("critic-normaliser"));
    collector.save(writer.within("collector"));
    best.save(writer.within("best"));
  }

  @Override
  public void restore(CheckpointReader reader) {
    if (!reader.text("algorithm").equals(NAME)) {
      throw new LearnerException(
          reader.source()
              + " was written by the algorithm '"
              + reader.text("algorithm")
              + "', not by '"
              + NAME
              + "'. Resume with the algorithm it was written by.");
    }
    if (reader.number("seed") != seed) {
      throw new LearnerException(
          reader.source()
              + " was written by a run of seed "
              + reader.number("seed")
              + ", but this one has seed "
              + seed
              + ". Resume with the seed of the checkpoint.");
    }
    long[] progress = reader.longs("progress", 2);
    float[] weights = reader.floats("weights", model.weights().length);
    update.restore(reader.within("update"));
    estimator.restore(reader.within("values"));
    actorNormaliser.restore(reader.within("actor-normaliser"));
    criticNormaliser.restore(reader.within("critic-normaliser"));
    collector.restore(reader.within("collector"));
    best = best.restored(reader.within("best"));
    System.arraycopy(weights, 0, model.weights(), 0, weights.length);
    compute.push();
    iteration = progress[0];
    steps = progress[1];
  }

  /** The number of arrays that DJL holds for this learner. */
  int liveArrays() {
    return model.manager().getManagedArrays().size();
  }

  @Override
  public void close() {
    compute.close();
    model.close();
  }

  /** The model as the collector sees it. */
  private record ModelActor(PpoModel model, PpoCompute compute) implements Actor {
    @Override
    public void means(float[] rows, float[] out) {
      compute.means(rows, out);
    }

    @Override
    public float[] deviation() {
      return model.deviation();
    }
  }
}
