package eyas.policies.ppo;

import eyas.policies.checkpoint.CheckpointReader;
import eyas.policies.checkpoint.CheckpointWriter;
import eyas.policies.rollout.GeneralizedAdvantage;
import eyas.policies.rollout.RolloutBuffer;
import eyas.policies.rollout.RunningMoments;
import eyas.policies.rollout.TerminalStates;

/** Values, advantages and value targets; the critic's output is normalised by running moments. */
final class ValueEstimator {
  private static final double FLOOR = 1e-4;

  /** Writes the normalised values of the first {@code count} rows. */
  interface Values {
    void of(float[] rows, int count, float[] out);
  }

  private final Values critic;
  private final GeneralizedAdvantage estimator;
  private final boolean normalise;
  private final RunningMoments moments = new RunningMoments(1);

  ValueEstimator(Values critic, PpoConfig config) {
    this.critic = critic;
    this.normalise = config.update().normaliseValues();
    estimator = new GeneralizedAdvantage(config.rollout().gamma(), config.rollout().lambda());
  }

  PpoTargets estimate(RolloutBuffer buffer) {
    int n = buffer.environments();
    int samples = buffer.samples();
    float[] all = new float[samples + n];
    values(buffer.criticRows(), samples + n, all);
    float[] values = java.util.Arrays.copyOf(all, samples);
    float[] next = java.util.Arrays.copyOfRange(all, n, samples + n);
    bootstrap(buffer.terminals(), next);

    // advantages in the reward's own unit
    float[] advantages = new float[samples];
    estimator.compute(
        n, buffer.rewards(), values, next, buffer.terminated(), buffer.truncated(), advantages);
    float[] returns = new float[samples];
    for (int i = 0; i < samples; i++) {
      returns[i] = values[i] + advantages[i];
    }
    double explained = explainedVariance(returns, advantages);
    if (normalise) {
      moments.add(returns, samples);
    }
    standardise(advantages);
    return new PpoTargets(advantages, toNormal(returns), toNormal(values), explained);
  }

  /** At the end of time the state before the reset has a value; the one after belongs elsewhere. */
  private void bootstrap(TerminalStates terminals, float[] next) {
    float[] values = new float[terminals.count()];
    values(terminals.rows(), terminals.count(), values);
    for (int i = 0; i < values.length; i++) {
      next[terminals.sample(i)] = values[i];
    }
  }

  private void values(float[] rows, int count, float[] out) {
    critic.of(rows, count, out);
    double mean = moments.mean(0);
    double deviation = moments.deviation(0, FLOOR);
    for (int i = 0; i < count; i++) {
      out[i] = (float) (out[i] * deviation + mean);
    }
  }

  private float[] toNormal(float[] values) {
    double mean = moments.mean(0);
    double deviation = moments.deviation(0, FLOOR);
    float[] normal = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      normal[i] = (float) ((values[i] - mean) / deviation);
    }
    return normal;
  }

  private static double explainedVariance(float[] returns, float[] errors) {
    double[] ofReturns = meanAndDeviation(returns);
    double[] ofErrors = meanAndDeviation(errors);
    double ratio = ofErrors[1] / Math.max(1e-12, ofReturns[1]);
    return 1 - ratio * ratio;
  }

  private static void standardise(float[] values) {
    double[] moments = meanAndDeviation(values);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) ((values[i] - moments[0]) / (moments[1] + 1e-8));
    }
  }

  private static double[] meanAndDeviation(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    double mean = sum / values.length;
    double squares = 0;
    for (float value : values) {
      squares += (value - mean) * (value - mean);
    }
    return new double[] {mean, Math.sqrt(squares / values.length)};
  }

  void save(CheckpointWriter writer) {
    moments.save(writer);
  }

  void restore(CheckpointReader reader) {
    moments.restore(reader);
  }
}
