package eyas.cli.egopush;

import eyas.assets.policy.Activation;
import eyas.assets.policy.EncodedNetworks;
import eyas.assets.policy.NetworkSpec;
import eyas.assets.policy.PointEncoder;
import eyas.policies.ppo.PpoConfig;
import eyas.policies.ppo.PpoSpecs;
import eyas.sim.task.TaskDescription;
import eyas.sim.task.egopush.EgoPushGroups;
import eyas.sim.task.egopush.EgoPushModel;
import eyas.sim.task.egopush.EgoPushTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How PPO trains one policy.
 *
 * @param from name of the teacher whose weights it begins with, such as one of an easier tier;
 *     empty for fresh ones
 * @param preset tier that it learns, and is judged in
 * @param set overrides of the preset
 * @param startSet further overrides while it learns: easier starts
 * @param group observation group of the policy
 * @param points widths of the layers that every keypoint passes before the maximum over an object's
 *     (PointNet); empty for a network that is dense from the start
 * @param hidden widths of the hidden layers behind
 * @param environments environments side by side
 * @param iterations rounds of collecting and learning
 * @param criticHidden widths of the value function's hidden layers
 * @param initialDeviation first standard deviation of every action
 * @param normaliseObservations whether inputs are normalised by running statistics
 * @param rollout how experience is collected
 * @param update how it is learned from
 */
public record PushTraining(
    String from,
    String preset,
    List<String> set,
    List<String> startSet,
    String group,
    List<Integer> points,
    List<Integer> hidden,
    int environments,
    int iterations,
    List<Integer> criticHidden,
    double initialDeviation,
    boolean normaliseObservations,
    PpoConfig.Rollout rollout,
    PpoConfig.Update update) {
  private static final String CRITIC = "critic";

  /** Copies the lists and checks the counts. */
  public PushTraining {
    set = List.copyOf(set);
    startSet = List.copyOf(startSet);
    points = List.copyOf(points);
    hidden = List.copyOf(hidden);
    criticHidden = List.copyOf(criticHidden);
    if (environments < 1 || iterations < 1) {
      throw new IllegalArgumentException(
          "environments and iterations must be at least 1; given %d and %d."
              .formatted(environments, iterations));
    }
  }

  /** Returns the same training with other overrides of the preset. */
  PushTraining with(List<String> overrides) {
    return new PushTraining(
        from,
        preset,
        overrides,
        startSet,
        group,
        points,
        hidden,
        environments,
        iterations,
        criticHidden,
        initialDeviation,
        normaliseObservations,
        rollout,
        update);
  }

  /** Returns the world that the policy is judged in. */
  public EgoPushModel model() {
    return new EgoPushTask().model(preset, set);
  }

  /** Returns the world that it learns in. */
  public EgoPushModel learningModel() {
    List<String> all = new ArrayList<>(set);
    all.addAll(startSet);
    return new EgoPushTask().model(preset, all);
  }

  /** Returns the networks of policy and value function. */
  public PpoSpecs specs() {
    TaskDescription task = model().description();
    int actions = task.actions().size();
    NetworkSpec critic =
        PpoSpecs.dense(
            task.group(CRITIC).size(), criticHidden, Activation.TANH, 1, Activation.IDENTITY);
    if (points.isEmpty()) {
      int inputs = task.group(group).size();
      NetworkSpec dense =
          PpoSpecs.dense(inputs, hidden, Activation.TANH, actions, Activation.IDENTITY);
      return new PpoSpecs(dense, critic);
    }
    // the previous action comes behind the points of active box, anchor, obstacles and goal
    PointEncoder encoder =
        new PointEncoder(
            EgoPushGroups.points(task.group(group)),
            points,
            Activation.RELU,
            Optional.of(EgoPushGroups.MASKED));
    NetworkSpec actor =
        EncodedNetworks.memoryless(
            encoder.layer(actions), hidden, Activation.TANH, actions, Activation.IDENTITY);
    return new PpoSpecs(actor, critic);
  }

  /** Returns the learner's settings. */
  public PpoConfig config() {
    PpoConfig.Networks networks =
        new PpoConfig.Networks(
            group,
            CRITIC,
            hidden,
            criticHidden,
            Activation.TANH,
            Activation.IDENTITY,
            initialDeviation,
            normaliseObservations);
    return new PpoConfig(networks, rollout, update);
  }
}
