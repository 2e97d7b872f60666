package eyas.policies.evaluate;

/**
 * How much is flown.
 *
 * @param episodes episodes of each quadrotor
 * @param seed fixes starts, disturbances and resampling
 * @param figureEight whether figure-eights are flown too
 */
public record EvaluationSettings(int episodes, long seed, boolean figureEight) {
  /** Refuses a count below one. */
  public EvaluationSettings {
    if (episodes < 1) {
      throw new EvaluationException(
          "Episodes for each quadrotor were given as %d; at least 1 is needed."
              .formatted(episodes));
    }
  }

  /** Returns the seed of an episode; episodes of equal number share starts between policies. */
  long episodeSeed(int episode) {
    return seed + 0x9E3779B97F4A7C15L * episode;
  }
}
