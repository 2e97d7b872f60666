package eyas.policies.ppo;

import eyas.policies.checkpoint.CheckpointReader;
import eyas.policies.checkpoint.CheckpointWriter;
import eyas.policies.learner.LearnerException;
import eyas.policies.network.OwnAdam;
import eyas.policies.rollout.RolloutBuffer;
import eyas.sim.random.Philox;
import java.util.Arrays;
import java.util.Map;

/** The gradient steps of one iteration, with a learning rate that follows the divergence. */
final class PpoUpdate {
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
  private final PpoCompute compute;
  private final long seed;
  private final OwnAdam adam;
  private final float[] gradient;
  private double rate;

  PpoUpdate(PpoModel model, PpoCompute compute, PpoConfig.Update config, long seed) {
    this.model = model;
    this.compute = compute;
    this.config = config;
    this.seed = seed;
    adam = new OwnAdam(model.weights().length);
    gradient = new float[model.weights().length];
    rate = config.learningRate();
  }

  /** Learns from a rollout and adds the means of the loss's parts to {@code metrics}. */
  void run(RolloutBuffer buffer, PpoTargets targets, long iteration, Map<String, Double> metrics) {
    int samples = buffer.samples();
    int batches = Math.max(1, Math.round((float) samples / config.minibatch()));
    compute.begin(buffer, targets, logDeviation());
    double[] sums = new double[FIGURES.length + 1];
    for (int epoch = 0; epoch < config.epochs(); epoch++) {
      int[] order = shuffled(samples, iteration, epoch);
      for (int b = 0; b < batches; b++) {
        int from = (int) ((long) samples * b / batches);
        int to = (int) ((long) samples * (b + 1) / batches);
        step(order, from, to, iteration, sums);
      }
    }
    for (int i = 0; i < FIGURES.length; i++) {
      metrics.put(FIGURES[i], sums[i] / (batches * config.epochs()));
    }
    metrics.put("gradient-norm", sums[FIGURES.length] / (batches * config.epochs()));
    metrics.put("learning-rate", rate);
  }

  private void step(int[] order, int from, int to, long iteration, double[] sums) {
    float[] figures = compute.gradient(order, from, to, gradient);
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
    compute.push();
    for (int i = 0; i < figures.length; i++) {
      sums[i] += figures[i];
    }
    sums[FIGURES.length] += norm;
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

  void save(CheckpointWriter writer) {
    writer.doubles("learning-rate", rate);
    adam.save(writer.within("adam"));
  }

  void restore(CheckpointReader reader) {
    rate = reader.doubles("learning-rate", 1)[0];
    adam.restore(reader.within("adam"));
  }
}
