package eyas.policies.ppo;

import eyas.assets.policy.Activation;
import eyas.policies.learner.LearnerException;
import java.util.List;

/**
 * The section {@code ppo} of a run's YAML. The defaults are those that the legged-robot community
 * settled on (Rudin et al. 2022), apart from minibatches sized for a CPU.
 *
 * @param networks what actor and critic are made of
 * @param rollout how experience is collected
 * @param update how it is learned from
 */
public record PpoConfig(Networks networks, Rollout rollout, Update update) {
  /** Returns the documented defaults. */
  public static PpoConfig defaults() {
    return new PpoConfig(Networks.defaults(), Rollout.defaults(), Update.defaults());
  }

  /**
   * Networks.
   *
   * @param actorGroup observation group of the policy, default {@code privileged}
   * @param criticGroup observation group of the value function, default {@code critic}
   * @param actorHidden widths of the policy's hidden layers, default [64, 64]
   * @param criticHidden widths of the value function's hidden layers, default [64, 64]
   * @param activation of the hidden layers, default tanh
   * @param actorOutput of the policy's last layer, default identity; tanh keeps mean actions within
   *     ± 1 and, with relu hidden layers, makes the policy one that fused kernels can fly
   * @param initialDeviation first standard deviation of every action, default 1
   * @param normaliseObservations whether inputs are normalised by running statistics, default true
   */
  public record Networks(
      String actorGroup,
      String criticGroup,
      List<Integer> actorHidden,
      List<Integer> criticHidden,
      Activation activation,
      Activation actorOutput,
      double initialDeviation,
      boolean normaliseObservations) {
    /** Checks the values. */
    public Networks {
      actorHidden = List.copyOf(actorHidden);
      criticHidden = List.copyOf(criticHidden);
      require(initialDeviation > 0, "networks.initial-deviation", initialDeviation, "> 0");
    }

    /** Returns the documented defaults. */
    public static Networks defaults() {
      return new Networks(
          "privileged",
          "critic",
          List.of(64, 64),
          List.of(64, 64),
          Activation.TANH,
          Activation.IDENTITY,
          1,
          true);
    }
  }

  /**
   * Collection and advantages.
   *
   * @param steps steps of every environment an iteration, default 24
   * @param gamma discount a step, default 0.99
   * @param lambda of generalised advantage estimation, default 0.95
   * @param episodeWindow number of last episodes that reported means cover, default 100
   */
  public record Rollout(int steps, double gamma, double lambda, int episodeWindow) {
    /** Checks the values. */
    public Rollout {
      require(steps >= 1, "rollout.steps", steps, "≥ 1");
      require(gamma >= 0 && gamma <= 1, "rollout.gamma", gamma, "from 0 to 1");
      require(lambda >= 0 && lambda <= 1, "rollout.lambda", lambda, "from 0 to 1");
      require(episodeWindow >= 1, "rollout.episode-window", episodeWindow, "≥ 1");
    }

    /** Returns the documented defaults. */
    public static Rollout defaults() {
      return new Rollout(24, 0.99, 0.95, 100);
    }
  }

  /**
   * Learning.
   *
   * @param epochs passes over the experience of an iteration, default 5
   * @param minibatch samples a gradient step, about; default 4096
   * @param learningRate (first) learning rate of Adam, default 1e-3
   * @param desiredKl the learning rate is divided by 1.5 where the divergence of a minibatch is
   *     above twice this and multiplied where it is below half; 0 keeps the rate; default 0.01
   * @param clip of the probability ratio and of value changes, default 0.2
   * @param clipValues whether value changes are clipped, default true
   * @param valueCoefficient weight of the value loss, default 1
   * @param entropyCoefficient weight of the entropy bonus, default 0.005
   * @param maxGradientNorm gradients of greater norm are scaled down to it, default 1
   * @param normaliseValues whether value targets are normalised by running statistics, default true
   */
  public record Update(
      int epochs,
      int minibatch,
      double learningRate,
      double desiredKl,
      double clip,
      boolean clipValues,
      double valueCoefficient,
      double entropyCoefficient,
      double maxGradientNorm,
      boolean normaliseValues) {
    /** Checks the values. */
    public Update {
      require(epochs >= 1, "update.epochs", epochs, "≥ 1");
      require(minibatch >= 1, "update.minibatch", minibatch, "≥ 1");
      require(learningRate > 0, "update.learning-rate", learningRate, "> 0");
      require(desiredKl >= 0, "update.desired-kl", desiredKl, "≥ 0");
      require(clip > 0, "update.clip", clip, "> 0");
      require(maxGradientNorm > 0, "update.max-gradient-norm", maxGradientNorm, "> 0");
    }

    /** Returns the documented defaults. */
    public static Update defaults() {
      return new Update(5, 4096, 1e-3, 0.01, 0.2, true, 1, 0.005, 1, true);
    }
  }

  private static void require(boolean holds, String key, double given, String allowed) {
    if (!holds) {
      throw new LearnerException(
          "ppo." + key + " is " + given + ", but must be " + allowed + ". Change it in the YAML.");
    }
  }
}
