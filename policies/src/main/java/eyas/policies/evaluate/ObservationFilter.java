package eyas.policies.evaluate;

/** Changes what a policy sees, between the world and the policy. */
@FunctionalInterface
public interface ObservationFilter {
  /** Shows the policy what the world observes. */
  ObservationFilter NONE = (step, observations) -> {};

  /**
   * Changes the observations of one step in place.
   *
   * @param step step in the episode, from 0
   * @param observations (environments, features)
   */
  void apply(int step, float[] observations);
}
