package eyas.policies.evaluate;

import java.util.Optional;

/**
 * Flies a batch of environments. Recurrent policies keep their own state, one for each environment.
 */
public interface FlightPolicy {
  /** Returns the name in reports. */
  String name();

  /** Returns the observation group that it reads. */
  String group();

  /** Prepares for a batch of new episodes: forgets everything. */
  void start(int environments);

  /**
   * Forgets the environments whose episode has ended.
   *
   * @param ended (environments)
   */
  void forget(boolean[] ended);

  /**
   * Decides on the actions of one control period.
   *
   * @param observations (environments, features), not modified
   * @param actions written, (environments, actions), unclamped
   */
  void act(float[] observations, float[] actions);

  /** Returns what a kernel needs to fly this policy together with the world, if one can. */
  default Optional<FusedPolicy> fused() {
    return Optional.empty();
  }
}
