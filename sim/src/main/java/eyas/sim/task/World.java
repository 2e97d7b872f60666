package eyas.sim.task;

import java.util.Arrays;
import java.util.Optional;

/**
 * A batch of environments that step together. Arrays at this interface are row-major (environments,
 * features). A step does not reset: read what ended, then call {@link #resetFinished()}.
 */
public interface World extends AutoCloseable {
  /** Returns the shapes. */
  TaskDescription description();

  /** Returns the number of environments. */
  int environments();

  /** Draws new parameters and a first state for every environment from {@code seed}. */
  void reset(long seed);

  /**
   * Replaces the physical parameters of every environment.
   *
   * @param parameters (environments, parameterRows)
   */
  void setParameters(float[] parameters);

  /** Starts a new episode in every environment with the parameters it has. */
  void resetAll();

  /**
   * Advances every environment by one control period.
   *
   * @param actions (environments, actions), not modified
   */
  void step(float[] actions);

  /**
   * Reads an observation group.
   *
   * @param group name of the group
   * @param out written, (environments, features)
   */
  void observe(String group, float[] out);

  /** Reads the rewards of the last step, (environments). */
  void rewards(float[] out);

  /** Reads which environments failed in the last step, (environments). */
  void terminated(boolean[] out);

  /** Reads which environments reached the end of their time in the last step, (environments). */
  void truncated(boolean[] out);

  /**
   * Reads which environments completed their task in the last step, (environments): their episode
   * is over, and nothing that could come after it counts. Tasks that only end by failure or time
   * have none.
   */
  default void completed(boolean[] out) {
    Arrays.fill(out, false);
  }

  /** Reads the summed reward terms of the last step over all environments, (reward terms). */
  void rewardTerms(float[] out);

  /** Starts a new episode where the last one was terminated, completed or truncated. */
  void resetFinished();

  /**
   * Returns everything that is needed to continue bit for bit. What the last step ended is not part
   * of it: save after {@link #resetFinished()}.
   */
  WorldSnapshot save();

  /** Continues from a snapshot of a world of the same shape. */
  void restore(WorldSnapshot snapshot);

  /** Returns the first number that was not finite since {@link #reset}, if the world keeps it. */
  default Optional<WorldFault> fault() {
    return Optional.empty();
  }

  @Override
  void close();
}
