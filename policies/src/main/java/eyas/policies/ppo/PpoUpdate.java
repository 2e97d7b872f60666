package eyas.policies.ppo;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import eyas.policies.checkpoint.CheckpointReader;
import eyas.policies.checkpoint.CheckpointWriter;
import eyas.policies.learner.LearnerException;
import eyas.policies.network.OwnAdam;
import eyas.policies.network.Scaled;
import eyas.policies.rollout.RolloutBuffer;
import eyas.sim.random.Philox;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The gradient steps of one iteration, with a learning rate that follows the divergence. The
 * critic's gradient is computed beside the actor's on a thread of its own: threads inside the small
 * operations would wait for each other longer than they work.
 */
final class PpoUpdate implements AutoCloseable {
  private static final int STREAM = 202;
  private static final double FASTEST = 1e-2;
  private static final double SLOWEST = 1e-5;
  private static final double CHANGE = 1.5;
  private static final int DIVERGENCE = 2;
  private static final String[] FIGURES = {
    "policy-loss", "entropy", "kl", "clip-fraction", "value-loss"
  };

  private final PpoModel model;
  private final PpoConfig.Update config;
  private final PpoLoss loss;
  private final long seed;
  private final OwnAdam adam;
  private final float[] gradient;
  private final ExecutorService beside =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "ppo-critic");
            thread.setDaemon(true);
            return thread;
          });
  private double rate;

  PpoUpdate(PpoModel model, PpoConfig.Update config, long seed) {
    this.model = model;
    this.config = config;
    this.seed = seed;
    loss = new PpoLoss(config, model.actions());
    adam = new OwnAdam(model.weights().length);
    gradient = new float[model.weights().length];
    rate = config.learningRate();
  }

  /** Learns from a rollout and adds the means of the loss's parts to {@code metrics}. */
  void run(RolloutBuffer buffer, PpoTargets targets, long iteration, Map<String, Double> metrics) {
    int samples = buffer.samples();
    int batches = Math.max(1, Math.round((float) samples / config.minibatch()));
    float[] logDeviation = logDeviation();
    double[] sums = new double[FIGURES.length + 1];
    for (int epoch = 0; epoch < config.epochs(); epoch++) {
      int[] order = shuffled(samples, iteration, epoch);
      for (int b = 0; b < batches; b++) {
        int from = (int) ((long) samples * b / batches);
        int to = (int) ((long) samples * (b + 1) / batches);
        step(MiniBatch.gather(buffer, targets, logDeviation, order, from, to), iteration, sums);
      }
    }
    for (int i = 0; i < FIGURES.length; i++) {
      metrics.put(FIGURES[i], sums[i] / (batches * config.epochs()));
    }
    metrics.put("gradient-norm", sums[FIGURES.length] / (batches * config.epochs()));
    metrics.put("learning-rate", rate);
  }

  private void step(MiniBatch batch, long iteration, double[] sums) {
    float[] figures = new float[FIGURES.length];
    try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
      CompletableFuture<float[]> value =
          CompletableFuture.supplyAsync(() -> critic(batch, collector), beside);
      float[] policy = actor(batch, collector);
      System.arraycopy(policy, 0, figures, 0, policy.length);
      figures[policy.length] = value.join()[0];
    }
    model.takeGradient(gradient);
    double norm = norm(gradient);
    if (!Double.isFinite(norm)) {
      throw new LearnerException(
          "The gradient of PPO is not finite in iteration "
              + (iteration + 1)
              + ". Look for rewards or observations that are not finite, or lower"
              + " ppo.update.learning-rate.");
    }
    adaptRate(figures[DIVERGENCE]);
    scale(gradient, norm);
    adam.update(model.weights(), gradient, rate);
    model.push();
    for (int i = 0; i < figures.length; i++) {
      sums[i] += figures[i];
    }
    sums[FIGURES.length] += norm;
  }

  private float[] actor(MiniBatch batch, GradientCollector collector) {
    return parts(
        batch,
        PpoModel.rowsAtOnce(model.actor().spec()),
        collector,
        (part, scope) -> loss.policy(model, part.actorRows(scope), part.columns(scope)));
  }

  private float[] critic(MiniBatch batch, GradientCollector collector) {
    return parts(
        batch,
        PpoModel.rowsAtOnce(model.critic().spec()),
        collector,
        (part, scope) -> loss.value(model, part.criticRows(scope), part.columns(scope)));
  }

  /** Computes one loss of a part of a batch. */
  private interface LossOf {
    PpoLoss.Part of(MiniBatch part, NDManager scope);
  }

  /** Adds up gradient and figures of parts whose intermediate values stay in the cache. */
  private float[] parts(MiniBatch batch, int rows, GradientCollector collector, LossOf loss) {
    float[] figures = new float[0];
    for (MiniBatch part : batch.parts(rows)) {
      float weight = (float) part.count() / batch.count();
      try (NDManager scope = model.manager().newSubManager()) {
        PpoLoss.Part result = loss.of(part, scope);
        collector.backward(Scaled.by(result.total(), weight));
        figures = sum(figures, result.figures().toFloatArray(), weight);
      }
    }
    return figures;
  }

  private static float[] sum(float[] sums, float[] values, float weight) {
    float[] result = Arrays.copyOf(sums, values.length);
    for (int i = 0; i < values.length; i++) {
      result[i] += weight * values[i];
    }
    return result;
  }

  /** Slower where the policy moved too far, faster where it hardly moved. */
  private void adaptRate(double divergence) {
    if (config.desiredKl() <= 0) {
      return;
    }
    if (divergence > 2 * config.desiredKl()) {
      rate = Math.max(SLOWEST, rate / CHANGE);
    } else if (divergence < 0.5 * config.desiredKl() && divergence > 0) {
      rate = Math.min(FASTEST, rate * CHANGE);
    }
  }

  private void scale(float[] values, double norm) {
    if (norm > config.maxGradientNorm()) {
      float factor = (float) (config.maxGradientNorm() / norm);
      for (int i = 0; i < values.length; i++) {
        values[i] *= factor;
      }
    }
  }

  private static double norm(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += (double) value * value;
    }
    return Math.sqrt(sum);
  }

  private float[] logDeviation() {
    float[] weights = model.weights();
    return Arrays.copyOfRange(weights, weights.length - model.actions(), weights.length);
  }

  /** A random order of the samples (Fisher and Yates), keyed by iteration and epoch. */
  private int[] shuffled(int samples, long iteration, int epoch) {
    Philox random = new Philox(seed, 0, (int) iteration, epoch, STREAM);
    int[] order = new int[samples];
    for (int i = 0; i < samples; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  @Override
  public void close() {
    beside.shutdown();
  }

  void save(CheckpointWriter writer) {
    writer.doubles("learning-rate", rate);
    adam.save(writer.within("adam"));
  }

  void restore(CheckpointReader reader) {
    rate = reader.doubles("learning-rate", 1)[0];
    adam.restore(reader.within("adam"));
  }
}
