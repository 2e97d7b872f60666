package eyas.policies.analytic;

import eyas.assets.policy.Tensor;
import eyas.policies.checkpoint.CheckpointReader;
import eyas.policies.checkpoint.CheckpointWriter;
import eyas.policies.learner.IterationReport;
import eyas.policies.learner.Learner;
import eyas.policies.network.NetworkWeights;
import eyas.sim.device.ComputeDevice;
import eyas.sim.device.Lanes;
import eyas.sim.random.Philox;
import eyas.sim.task.TaskModel;
import eyas.sim.task.WorldFault;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Trains one policy by gradients through the world. An iteration is a number of updates and a
 * flight over fresh environments; the best policy of all flights is kept, and a policy that fell
 * far below it goes back to it.
 */
public final class AnalyticLearner implements Learner {
  private static final int FLIGHT_STREAM = 20;

  // a fall of the mean return by this share of the best one's size is a divergence
  private static final double FALL = 0.5;

  private final AnalyticTrainer trainer;
  private final FlightProgram flight;
  private final LaneNetwork network;
  private final int updatesPerIteration;
  private final long seed;
  private long iteration;
  private float[] bestWeights;
  private double bestReturn = Double.NEGATIVE_INFINITY;
  private long rollBacks;

  /**
   * Creates a learner with fresh weights.
   *
   * @param device device, stays open
   * @param lanes lane width
   * @param model task with adjoints, also flown to find the best policy
   * @param group observation group that the policy sees
   * @param network the policy's network
   * @param config settings
   * @param updatesPerIteration updates between flights
   * @param flights environments of a flight
   * @param seed seed of weights, environments and draws
   */
  public AnalyticLearner(
      ComputeDevice device,
      Lanes lanes,
      TaskModel model,
      String group,
      LaneNetwork network,
      AnalyticConfig config,
      int updatesPerIteration,
      int flights,
      long seed) {
    this.network = network;
    this.updatesPerIteration = updatesPerIteration;
    this.seed = seed;
    this.trainer =
        new AnalyticTrainer(
            device,
            lanes,
            model,
            group,
            network,
            1,
            config,
            (member, random, out) -> model.sampleParameters(random, out),
            Optional.empty(),
            seed);
    this.flight = new FlightProgram(device, lanes, model, group, network, flights);
    flight.parameters(draw(model, flights));
    bestWeights = trainer.weights();
  }

  private float[] draw(TaskModel model, int flights) {
    int rows = model.description().parameterRows();
    float[] one = new float[rows];
    float[] all = new float[rows * flights];
    for (int e = 0; e < flights; e++) {
      model.sampleParameters(new Philox(seed, e, 0, 0, FLIGHT_STREAM), one);
      System.arraycopy(one, 0, all, e * rows, rows);
    }
    return all;
  }

  /**
   * Continues from the weights of a policy, such as one that was distilled. They are flown at once:
   * {@link #best()} is theirs until a better policy is found.
   */
  public void start(Map<String, Tensor> weights) {
    trainer.setWeights(network.pack(weights));
    bestWeights = trainer.weights();
    flight.weights(bestWeights);
    double given = flight.fly(seed, 1).meanReturn();
    bestReturn = Double.isNaN(given) ? Double.NEGATIVE_INFINITY : given;
  }

  @Override
  public String algorithm() {
    return "analytic";
  }

  @Override
  public long iteration() {
    return iteration;
  }

  @Override
  public IterationReport iterate() {
    long start = System.nanoTime();
    for (int i = 0; i < updatesPerIteration; i++) {
      trainer.update();
    }
    WindowStatistics window = trainer.statistics();
    long learnt = System.nanoTime();
    FlightRecord record = judge();
    iteration++;
    return new IterationReport(
        iteration,
        trainer.samples(),
        metrics(window, record),
        (System.nanoTime() - learnt) * 1e-9,
        (learnt - start) * 1e-9);
  }

  // flies the policy, keeps it if it is the best, goes back to the best if it fell far below
  private FlightRecord judge() {
    float[] now = trainer.weights();
    flight.weights(now);
    FlightRecord record = flight.fly(seed, 1);
    double value = record.meanReturn();
    if (value > bestReturn) {
      bestReturn = value;
      bestWeights = now;
    } else if (!(value > bestReturn - FALL * Math.max(100, Math.abs(bestReturn)))) {
      trainer.setWeights(bestWeights);
      trainer.restart();
      rollBacks++;
    }
    return record;
  }

  private Map<String, Double> metrics(WindowStatistics window, FlightRecord record) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("loss", window.loss());
    metrics.put("gradient-norm", window.gradientNorm());
    metrics.put("lost-share", window.lostShare());
    metrics.put("dropped-updates", (double) window.droppedUpdates());
    metrics.put("roll-backs", (double) rollBacks);
    metrics.put("return", record.meanReturn());
    metrics.put("length", record.meanLength());
    metrics.put("terminated", record.failedShare());
    metrics.put("success", record.successShare(0.2));
    return metrics;
  }

  /** Returns the mean return of the best policy so far. */
  public double bestReturn() {
    return bestReturn;
  }

  @Override
  public Optional<WorldFault> fault() {
    return trainer.fault();
  }

  @Override
  public NetworkWeights best() {
    return named(bestWeights);
  }

  @Override
  public NetworkWeights current() {
    return named(trainer.weights());
  }

  private NetworkWeights named(float[] packed) {
    Map<String, float[]> tensors = new LinkedHashMap<>();
    network.unpack(packed, 0).forEach((name, tensor) -> tensors.put(name, tensor.values()));
    return new NetworkWeights(network.spec(), tensors);
  }

  @Override
  public void save(CheckpointWriter writer) {
    trainer.save(writer);
    writer.floats("learner/best-weights", bestWeights);
    writer.doubles("learner/best-return", bestReturn);
    writer.longs("learner/counters", iteration, rollBacks);
  }

  @Override
  public void restore(CheckpointReader reader) {
    trainer.restore(reader);
    bestWeights = reader.floats("learner/best-weights", network.weights());
    bestReturn = reader.doubles("learner/best-return", 1)[0];
    long[] counters = reader.longs("learner/counters", 2);
    iteration = counters[0];
    rollBacks = counters[1];
  }

  @Override
  public void close() {
    flight.close();
    trainer.close();
  }
}
