package eyas.policies.ppo;

import eyas.assets.policy.Activation;
import eyas.assets.policy.LayerSpec;
import eyas.assets.policy.NetworkSpec;
import eyas.policies.learner.LearnerException;
import eyas.sim.task.TaskDescription;
import java.util.ArrayList;
import java.util.List;

/**
 * The networks of PPO.
 *
 * @param actor from the policy's observation to mean actions
 * @param critic from its own observation to one value
 */
public record PpoSpecs(NetworkSpec actor, NetworkSpec critic) {
  /** Refuses networks with memory. */
  public PpoSpecs {
    if (actor.stateSize() + critic.stateSize() > 0) {
      throw new LearnerException(
          "PPO learns networks without memory, but the actor or the critic holds a GRU. Leave it"
              + " out, or distil a recurrent student from a teacher.");
    }
  }

  /** Returns dense networks of the widths that a configuration names. */
  static PpoSpecs of(TaskDescription task, PpoConfig.Networks networks) {
    Activation hidden = networks.activation();
    return new PpoSpecs(
        dense(
            task.group(networks.actorGroup()).size(),
            networks.actorHidden(),
            hidden,
            task.actions().size(),
            networks.actorOutput()),
        dense(
            task.group(networks.criticGroup()).size(),
            networks.criticHidden(),
            hidden,
            1,
            Activation.IDENTITY));
  }

  /** Returns a chain of dense layers. */
  public static NetworkSpec dense(
      int inputs, List<Integer> hidden, Activation between, int outputs, Activation last) {
    List<LayerSpec> layers = new ArrayList<>();
    int width = inputs;
    for (int size : hidden) {
      layers.add(LayerSpec.dense(width, size, between));
      width = size;
    }
    layers.add(LayerSpec.dense(width, outputs, last));
    return new NetworkSpec(layers);
  }

  /** Throws unless the networks fit the task. */
  void require(TaskDescription task, PpoConfig.Networks networks) {
    fits("actor", "inputs", actor.inputs(), task.group(networks.actorGroup()).size());
    fits("actor", "outputs", actor.outputs(), task.actions().size());
    fits("critic", "inputs", critic.inputs(), task.group(networks.criticGroup()).size());
    fits("critic", "outputs", critic.outputs(), 1);
    boolean excludes =
        actor.layers().get(0).shared().flatMap(slices -> slices.excluded()).isPresent();
    if (excludes && networks.normaliseObservations()) {
      throw new LearnerException(
          "The actor excludes points by their coordinate, which normalised observations no longer"
              + " hold. Set ppo.networks.normalise-observations to false.");
    }
  }

  private static void fits(String network, String what, int given, int wanted) {
    if (given != wanted) {
      throw new LearnerException(
          "The "
              + network
              + " has "
              + given
              + " "
              + what
              + ", but the task needs "
              + wanted
              + ". Change the network or the observation group.");
    }
  }
}
