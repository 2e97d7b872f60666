package eyas.policies.rollout;

/** A stochastic policy as seen by a collector. */
public interface Actor {
  /**
   * Computes mean actions.
   *
   * @param rows normalised observations, (environments, inputs)
   * @param out written, (environments, actions)
   */
  void means(float[] rows, float[] out);

  /** Returns the standard deviation of each action. */
  float[] deviation();
}
