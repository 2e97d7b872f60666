package eyas.distill.student;

import eyas.assets.policy.NetworkSpec;
import eyas.distill.DistillException;
import eyas.policies.analytic.LaneNetwork;
import eyas.sim.task.ObservationGroup;
import eyas.sim.task.TaskDescription;
import java.util.List;

/**
 * The form of a student. It can only be built from what a robot senses: the constructors take no
 * privileged group.
 */
public sealed interface StudentSpec {
  /** Returns what the student sees. */
  ObservationGroup.Sensed group();

  /** Returns the network in the form that has fused kernels. */
  LaneNetwork network();

  /** Returns the layers. */
  default NetworkSpec spec() {
    return network().spec();
  }

  /** Returns the number of weights that are learned: 2068 for 22 inputs, GRU 16, 4 actions. */
  default int learnedCount() {
    return spec().weightCount();
  }

  /**
   * Returns the number of parameters as RAPTOR counts them, with the first hidden state, which
   * stays zero: 2084 for the default student.
   */
  default int publishedCount() {
    return learnedCount() + spec().stateSize();
  }

  /**
   * Dense with ReLU, GRU, dense; 22-16-16-4 is RAPTOR's student.
   *
   * @param group what the student senses
   * @param width embedding and hidden size
   * @param actions number of actions
   */
  record Gru(ObservationGroup.Sensed group, int width, int actions) implements StudentSpec {
    @Override
    public LaneNetwork network() {
      return LaneNetwork.gru(group.size(), width, actions);
    }
  }

  /**
   * Two hidden dense layers with ReLU and a tanh at the end, without memory.
   *
   * @param group what the student senses
   * @param width size of the hidden layers
   * @param actions number of actions
   */
  record Mlp(ObservationGroup.Sensed group, int width, int actions) implements StudentSpec {
    @Override
    public LaneNetwork network() {
      return LaneNetwork.mlp(group.size(), width, actions);
    }
  }

  /** The forms that a configuration can name. */
  enum Form {
    /** With memory. */
    GRU,
    /** Without. */
    MLP;

    /** Returns the student of this form. */
    public StudentSpec of(ObservationGroup.Sensed group, int width, int actions) {
      return this == GRU ? new Gru(group, width, actions) : new Mlp(group, width, actions);
    }
  }

  /** Returns the sensed group of a name; a privileged one is refused. */
  static ObservationGroup.Sensed sensed(TaskDescription task, String name) {
    if (task.group(name) instanceof ObservationGroup.Sensed sensed) {
      return sensed;
    }
    List<String> allowed =
        task.groups().stream()
            .filter(ObservationGroup.Sensed.class::isInstance)
            .map(ObservationGroup::name)
            .toList();
    throw new DistillException(
        "A student of task '"
            + task.name()
            + "' was to see the group '"
            + name
            + "', which no robot can sense; choose one of "
            + allowed
            + ".");
  }
}
