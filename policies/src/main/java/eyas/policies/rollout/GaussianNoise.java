package eyas.policies.rollout;

import eyas.sim.random.Philox;

/** Independent Gaussian actions around means; every draw is keyed, so it can be repeated. */
public final class GaussianNoise {
  private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);
  private static final int STREAM = 201;

  private final long seed;

  /** Creates the noise of a run. */
  public GaussianNoise(long seed) {
    this.seed = seed;
  }

  /**
   * Draws one action for every environment.
   *
   * @param iteration iteration of the learner
   * @param step step within the iteration
   * @param means (environments, actions)
   * @param deviation of each action
   * @param actions written, (environments, actions)
   * @param logProbabilities written, (environments)
   */
  public void draw(
      long iteration,
      int step,
      float[] means,
      float[] deviation,
      float[] actions,
      float[] logProbabilities) {
    int width = deviation.length;
    for (int e = 0; e < logProbabilities.length; e++) {
      Philox random = new Philox(seed, e, (int) iteration, step, STREAM);
      double log = 0;
      for (int a = 0; a < width; a++) {
        double z = random.nextGaussian();
        actions[e * width + a] = (float) (means[e * width + a] + deviation[a] * z);
        log -= 0.5 * z * z + Math.log(deviation[a]) + HALF_LOG_TWO_PI;
      }
      logProbabilities[e] = (float) log;
    }
  }
}
