package eyas.policies.ppo;

import eyas.policies.rollout.RolloutBuffer;
import eyas.sim.device.BufferScope;
import eyas.sim.device.ComputeDevice;
import eyas.sim.device.DeviceBuffer;
import eyas.sim.device.Lanes;
import java.util.Arrays;

/**
 * PPO's networks and gradients in fused kernels: a work-item takes LANES samples through network,
 * loss and reverse pass without leaving its registers and caches. Small networks learn an order of
 * magnitude faster than by operations on whole batches.
 */
final class LaneCompute implements PpoCompute {
  private static final double HALF_LOG = 0.5 * (1 + Math.log(2 * Math.PI));

  private final PpoModel model;
  private final PpoConfig.Update config;
  private final BufferScope scope;
  private final DeviceBuffer columns;
  private final DeviceBuffer order;
  private final LanePass actor;
  private final LanePass critic;
  private final int actions;

  LaneCompute(
      ComputeDevice device,
      Lanes lanes,
      LaneShape actorShape,
      LaneShape criticShape,
      PpoModel model,
      PpoConfig.Update config,
      RolloutBuffer buffer) {
    this.model = model;
    this.config = config;
    actions = model.actions();
    int samples = buffer.samples() + buffer.environments();
    scope = device.scope("ppo samples");
    columns = scope.allocate("columns", (long) samples * MiniBatch.columns(actions));
    order = scope.allocate("order", samples);
    actor = new LanePass(device, lanes, actorShape, true, 0, samples, actions, columns, order);
    int behind = model.actor().spec().weightCount();
    critic =
        new LanePass(device, lanes, criticShape, false, behind, samples, actions, columns, order);
    push();
  }

  private float[] logDeviation() {
    float[] weights = model.weights();
    return Arrays.copyOfRange(weights, weights.length - actions, weights.length);
  }

  @Override
  public void push() {
    actor.push(model.weights(), logDeviation());
    critic.push(model.weights(), logDeviation());
  }

  @Override
  public void means(float[] rows, float[] out) {
    actor.outputs(rows, out.length / actions, out);
  }

  @Override
  public void values(float[] rows, int count, float[] out) {
    critic.outputs(rows, count, out);
  }

  @Override
  public void begin(RolloutBuffer buffer, PpoTargets targets, float[] logDeviation) {
    int[] all = new int[buffer.samples()];
    Arrays.setAll(all, i -> i);
    columns.write(0, MiniBatch.columns(buffer, targets, logDeviation, all, 0, all.length));
    actor.load(buffer.actorRows());
    critic.load(buffer.criticRows());
  }

  @Override
  public float[] gradient(int[] samples, int from, int to, float[] out) {
    if (from == 0) {
      order.write(0, samples);
    }
    int count = to - from;
    float each = 1f / count;
    double[] policy = actor.gradient(from, count, (float) config.clip(), each, out);
    float clip = config.clipValues() ? (float) config.clip() : 0;
    float weight = (float) (config.valueCoefficient() * each);
    double[] value = critic.gradient(from, count, clip, weight, out);

    // the entropy of a Gaussian grows with the logarithm of its deviation alone
    double entropy = HALF_LOG * actions;
    float[] log = logDeviation();
    for (int i = 0; i < actions; i++) {
      entropy += log[i];
      out[out.length - actions + i] = (float) (policy[3 + i] - config.entropyCoefficient());
    }
    return new float[] {
      (float) (policy[0] * each),
      (float) entropy,
      (float) (policy[1] * each),
      (float) (policy[2] * each),
      (float) (value[0] * each)
    };
  }

  @Override
  public void close() {
    critic.close();
    actor.close();
    scope.close();
  }
}
