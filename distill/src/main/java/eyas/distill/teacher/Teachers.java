package eyas.distill.teacher;

import eyas.distill.DistillException;
import eyas.policies.analytic.LaneNetwork;
import eyas.policies.analytic.TeacherBank;
import eyas.sim.task.ObservationGroup;

/**
 * Trained teachers: one that is conditioned on the task's parameters, or one a cell.
 *
 * @param network their common form, memoryless
 * @param group what they see
 * @param weights packed weights, one teacher after the other
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data, never compared
public record Teachers(LaneNetwork network, ObservationGroup group, float[] weights) {
  /** Copies the weights and checks their number. */
  public Teachers {
    if (weights.length == 0 || weights.length % network.weights() != 0) {
      throw new DistillException(
          "Teachers with "
              + weights.length
              + " weights were given; a whole multiple of "
              + network.weights()
              + " is needed.");
    }
    weights = weights.clone();
  }

  /** Returns the number of teachers. */
  public int count() {
    return weights.length / network.weights();
  }

  /** Returns the bank for a student's batch of so many work-items, all with the first teacher. */
  public TeacherBank bank(int workItems) {
    return new TeacherBank(network, group, weights, new int[workItems]);
  }
}
