package eyas.policies.ppo;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import eyas.policies.network.Scaled;
import eyas.policies.rollout.RolloutBuffer;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * PPO's networks and gradients in PyTorch, for networks of any layers. The critic's gradient is
 * computed beside the actor's on a thread of its own: threads inside the small operations would
 * wait for each other longer than they work.
 */
final class TorchCompute implements PpoCompute {
  private final PpoModel model;
  private final PpoLoss loss;
  private final ExecutorService beside =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "ppo-critic");
            thread.setDaemon(true);
            return thread;
          });
  private RolloutBuffer buffer;
  private PpoTargets targets;
  private float[] logDeviation;

  TorchCompute(PpoModel model, PpoConfig.Update config) {
    this.model = model;
    loss = new PpoLoss(config, model.actions());
  }

  @Override
  public void push() {
    model.push();
  }

  @Override
  public void means(float[] rows, float[] out) {
    model.means(rows, out);
  }

  @Override
  public void values(float[] rows, int count, float[] out) {
    model.values(rows, count, out);
  }

  @Override
  public void begin(RolloutBuffer buffer, PpoTargets targets, float[] logDeviation) {
    this.buffer = buffer;
    this.targets = targets;
    this.logDeviation = logDeviation;
  }

  @Override
  public float[] gradient(int[] order, int from, int to, float[] out) {
    MiniBatch batch = MiniBatch.gather(buffer, targets, logDeviation, order, from, to);
    float[] figures = new float[FIGURES];
    try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
      CompletableFuture<float[]> value =
          CompletableFuture.supplyAsync(() -> critic(batch, collector), beside);
      float[] policy = actor(batch, collector);
      System.arraycopy(policy, 0, figures, 0, policy.length);
      figures[policy.length] = value.join()[0];
    }
    model.takeGradient(out);
    return figures;
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

  @Override
  public void close() {
    beside.shutdown();
  }
}
