package eyas.assets.policy.inference;

/**
 * A policy that maps an observation and a recurrent state to an action. The caller owns all arrays,
 * so that many robots, or a trial step on a copied state, can share one policy.
 */
public interface PolicyInference {
  /** Number of values in an observation. */
  int observations();

  /** Number of values in an action. */
  int actions();

  /** Number of values kept between steps; 0 for a memoryless policy. */
  int stateSize();

  /** Sets the state of one robot to its start: {@link #stateSize()} values from the offset on. */
  void reset(float[] state, int stateOffset);

  /**
   * One step. Reads {@link #observations()} values, reads and advances the state in place, writes
   * {@link #actions()} values (neither clipped nor mapped to commands). Allocates nothing.
   */
  void step(
      float[] observation,
      int observationOffset,
      float[] state,
      int stateOffset,
      float[] action,
      int actionOffset);
}
