package eyas.policies.ppo;

import eyas.policies.rollout.RolloutBuffer;

/** Computes the outputs of both networks and the gradient of PPO's loss. */
interface PpoCompute extends AutoCloseable {
  /**
   * Number of figures of a gradient: policy loss, entropy, KL divergence, clipped share, value
   * loss.
   */
  int FIGURES = 5;

  /** Takes over the flat weights after they changed. */
  void push();

  /** Writes the mean actions of normalised rows (n, inputs) to {@code out} (n, actions). */
  void means(float[] rows, float[] out);

  /** Writes the normalised values of the first rows (count, inputs) to {@code out} (count). */
  void values(float[] rows, int count, float[] out);

  /**
   * Takes what an iteration learns from.
   *
   * @param logDeviation logarithm of the actions' deviations when they were taken
   */
  void begin(RolloutBuffer buffer, PpoTargets targets, float[] logDeviation);

  /**
   * Computes the gradient of the mean loss of the samples {@code order[from]} to {@code order[to -
   * 1]}.
   *
   * @param out gradient by the flat weights
   * @return the figures
   */
  float[] gradient(int[] order, int from, int to, float[] out);

  @Override
  void close();
}
