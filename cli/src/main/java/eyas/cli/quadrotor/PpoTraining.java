package eyas.cli.quadrotor;

import eyas.assets.policy.Activation;
import eyas.policies.ppo.PpoConfig;
import eyas.sim.task.quadrotor.QuadrotorModel;
import eyas.sim.task.quadrotor.QuadrotorTask;
import java.util.ArrayList;
import java.util.List;

/**
 * How PPO trains one policy; the section {@code ppo} of a policy. The policy's own network is of
 * the same form as that of the analytic learner (relu, relu, tanh), so that whatever flies or
 * copies the one can fly and copy the other.
 *
 * @param set overrides of the policy's world while PPO learns in it, such as shorter episodes; the
 *     policy is judged without them
 * @param environments environments side by side; each keeps the quadrotor that it drew
 * @param iterations rounds of collecting and learning
 * @param criticGroup observation group of the value function
 * @param criticHidden widths of the value function's hidden layers
 * @param initialDeviation first standard deviation of every action
 * @param normaliseObservations whether inputs are normalised by running statistics
 * @param rollout how experience is collected
 * @param update how it is learned from
 */
public record PpoTraining(
    List<String> set,
    int environments,
    int iterations,
    String criticGroup,
    List<Integer> criticHidden,
    double initialDeviation,
    boolean normaliseObservations,
    PpoConfig.Rollout rollout,
    PpoConfig.Update update) {
  /** Copies the widths and checks the counts. */
  public PpoTraining {
    set = List.copyOf(set);
    criticHidden = List.copyOf(criticHidden);
    if (environments < 1 || iterations < 1) {
      throw new IllegalArgumentException(
          "ppo.environments and ppo.iterations must be at least 1; given "
              + environments
              + " and "
              + iterations
              + ".");
    }
  }

  /** Returns the world that it learns in: a preset with overrides and, after them, its own. */
  public QuadrotorModel model(String preset, List<String> overrides) {
    List<String> all = new ArrayList<>(overrides);
    all.addAll(set);
    return new QuadrotorTask().model(preset, all);
  }

  /** Returns the learner's settings for a policy that sees {@code group}, of a hidden width. */
  public PpoConfig config(String group, int width) {
    PpoConfig.Networks networks =
        new PpoConfig.Networks(
            group,
            criticGroup,
            List.of(width, width),
            criticHidden,
            Activation.RELU,
            Activation.TANH,
            initialDeviation,
            normaliseObservations);
    return new PpoConfig(networks, rollout, update);
  }
}
