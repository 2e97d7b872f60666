package eyas.policies.rollout;

/**
 * Generalised advantage estimation (Schulman et al. 2016, equation 16) that tells the end of time
 * (truncation: the future has a value) from failure (termination: it has none).
 *
 * @param gamma discount a step
 * @param lambda trade of bias for variance, 0 to 1
 */
public record GeneralizedAdvantage(double gamma, double lambda) {
  /**
   * Computes advantages. All arrays are (steps, environments) row-major.
   *
   * @param environments number of environments
   * @param rewards reward of each step
   * @param values value of the state before each step
   * @param nextValues value of the state after each step <em>before any reset</em>
   * @param terminated whether the step failed
   * @param truncated whether the step reached the end of time
   * @param out written, advantages
   */
  public void compute(
      int environments,
      float[] rewards,
      float[] values,
      float[] nextValues,
      boolean[] terminated,
      boolean[] truncated,
      float[] out) {
    for (int e = 0; e < environments; e++) {
      double advantage = 0;
      for (int i = rewards.length - environments + e; i >= 0; i -= environments) {
        // no future after a failure; after the end of time the value stands for it
        double future = terminated[i] ? 0 : gamma * nextValues[i];
        double carry = terminated[i] || truncated[i] ? 0 : gamma * lambda * advantage;
        advantage = rewards[i] + future - values[i] + carry;
        out[i] = (float) advantage;
      }
    }
  }
}
