package eyas.policies.learner;

import eyas.assets.policy.Normaliser;
import eyas.policies.checkpoint.CheckpointReader;
import eyas.policies.checkpoint.CheckpointWriter;
import eyas.policies.network.NetworkWeights;
import eyas.sim.task.WorldFault;
import java.util.Optional;

/**
 * An algorithm that improves a policy, one iteration at a time. A learner that is saved and
 * restored continues bit for bit on the same machine. Not thread-safe.
 */
public interface Learner extends AutoCloseable {
  /** Returns the name of the algorithm, e.g. {@code ppo}. */
  String algorithm();

  /** Returns the number of finished iterations. */
  long iteration();

  /** Runs one iteration: collects, learns, reports. */
  IterationReport iterate();

  /** Writes everything that the next iteration depends on, environments included. */
  void save(CheckpointWriter writer);

  /** Continues from what {@link #save} wrote; the learner must be configured alike. */
  void restore(CheckpointReader reader);

  /** Returns the weights of the best policy so far. */
  NetworkWeights best();

  /** Returns the weights of the policy now. */
  NetworkWeights current();

  /**
   * Returns the first number that was not finite since the last call, with what led to it, where
   * the learner went on without it; a learner that cannot go on throws instead.
   */
  default Optional<WorldFault> fault() {
    return Optional.empty();
  }

  /** Returns how {@link #best()} normalises its inputs; empty if it takes raw observations. */
  default Optional<Normaliser> bestNormaliser() {
    return Optional.empty();
  }

  /** Returns how {@link #current()} normalises its inputs; empty if it takes raw observations. */
  default Optional<Normaliser> currentNormaliser() {
    return Optional.empty();
  }

  @Override
  void close();
}
