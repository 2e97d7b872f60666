package eyas.policies.ppo;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import eyas.policies.network.Scaled;

/**
 * The loss of PPO (Schulman et al. 2017, equation 9): clipped surrogate, clipped value error and
 * entropy of a Gaussian policy whose deviation does not depend on the state.
 */
final class PpoLoss {
  private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

  private final PpoConfig.Update config;
  private final int actions;

  PpoLoss(PpoConfig.Update config, int actions) {
    this.config = config;
    this.actions = actions;
  }

  /**
   * One of the two losses and what is reported of it, in the manager of the batch. Actor and critic
   * share no weights, so the gradient of the whole is the two gradients side by side.
   *
   * @param total what is minimised
   * @param figures what is reported
   */
  record Part(NDArray total, NDArray figures) {}

  /**
   * Computes the actor's loss: clipped surrogate less the entropy bonus. Its figures are (policy
   * loss, entropy, KL divergence, clipped fraction).
   *
   * @param model actor and deviation
   * @param actorRows (batch, actor inputs), normalised
   * @param columns (batch, {@link MiniBatch#columns}): what was recorded
   */
  Part policy(PpoModel model, NDArray actorRows, NDArray columns) {
    NDList split = columns.split(MiniBatch.cuts(actions), 1);
    NDArray advantage = split.get(3);

    // single-precision constants, since two scalars would be promoted to double precision
    // the Gaussian now; adding to zeros keeps intermediate arrays in the batch's manager
    NDManager scope = columns.getManager();
    NDArray zeros = scope.zeros(new Shape(1, actions), columns.getDataType());
    NDArray logDeviation = zeros.add(model.logDeviation());
    NDArray mean = model.actor().forward(actorRows);
    NDArray sumLog = logDeviation.sum();
    NDArray scaled = split.get(0).sub(mean).mul(logDeviation.neg().exp());
    NDArray squares = scaled.square().sum(new int[] {1}, true);
    NDArray logProbability =
        Scaled.by(squares, -0.5).sub(sumLog).sub((float) (0.5 * actions * LOG_TWO_PI));
    NDArray entropy = sumLog.add((float) (0.5 * actions * (1 + LOG_TWO_PI)));

    // clipped surrogate
    NDArray ratio = logProbability.sub(split.get(2)).exp();
    NDArray clipped = ratio.clip(1 - config.clip(), 1 + config.clip());
    NDArray surrogate = NDArrays.minimum(ratio.mul(advantage), clipped.mul(advantage)).mean().neg();
    NDArray divergence = divergence(split.get(1), split.get(6), mean, logDeviation);
    NDArray outside =
        ratio.sub(1).abs().gt(config.clip()).toType(columns.getDataType(), false).mean();
    return new Part(
        surrogate.sub(Scaled.by(entropy, config.entropyCoefficient())),
        NDArrays.stack(new NDList(surrogate, entropy, divergence, outside)));
  }

  /**
   * Computes the critic's loss; its only figure is the value loss without its weight.
   *
   * @param model critic
   * @param criticRows (batch, critic inputs), normalised
   * @param columns (batch, {@link MiniBatch#columns}): what was recorded
   */
  Part value(PpoModel model, NDArray criticRows, NDArray columns) {
    NDList split = columns.split(MiniBatch.cuts(actions), 1);
    NDArray loss = valueLoss(model.critic().forward(criticRows), split);
    return new Part(Scaled.by(loss, config.valueCoefficient()), loss);
  }

  private NDArray valueLoss(NDArray value, NDList split) {
    NDArray target = split.get(4);
    NDArray oldValue = split.get(5);
    NDArray error = value.sub(target).square();
    if (!config.clipValues()) {
      return error.mean();
    }
    NDArray near = oldValue.add(value.sub(oldValue).clip(-config.clip(), config.clip()));
    return NDArrays.maximum(error, near.sub(target).square()).mean();
  }

  /** Mean KL divergence of the recorded Gaussians from the present ones. */
  private static NDArray divergence(
      NDArray oldMean, NDArray oldLog, NDArray mean, NDArray logDeviation) {
    NDArray precision = Scaled.by(logDeviation, -2).exp();
    NDArray spread = Scaled.by(oldLog, 2).exp().add(mean.sub(oldMean).square());
    NDArray each = Scaled.by(spread.mul(precision), 0.5).sub(oldLog).add(logDeviation).sub(0.5);
    return each.sum(new int[] {1}).mean();
  }
}
