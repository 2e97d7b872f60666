package eyas.distill.teacher;

import eyas.distill.curriculum.TaskCells;
import eyas.policies.analytic.LaneNetwork;
import eyas.policies.learner.IterationReport;
import eyas.sim.device.ComputeDevice;
import eyas.sim.device.Lanes;
import eyas.sim.task.ObservationGroup;
import eyas.sim.task.TaskModel;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Trains a fleet in rounds: all teachers side by side, then those that have not passed once more
 * from nothing, with the settings of a retake. Of every teacher the better snapshot is kept.
 */
public final class FleetTraining {
  private final ComputeDevice device;
  private final Lanes lanes;
  private final TaskModel model;
  private final String group;
  private final FleetConfig config;
  private final TaskCells cells;
  private final double[] lengths;
  private final double[] returns;
  private final float[] weights;
  private final LaneNetwork network;

  /** Is told how a round goes on. */
  @FunctionalInterface
  public interface Listener {
    /**
     * An examination was held.
     *
     * @param round from 0
     * @param teachers teachers of this round
     * @param passed those of them that have passed
     * @param report metrics of the iteration
     */
    void examined(int round, int teachers, int passed, IterationReport report);
  }

  /**
   * Prepares a fleet with one teacher a cell.
   *
   * @param device device, stays open
   * @param lanes lane width
   * @param model task with adjoints
   * @param groupName observation group of the teachers
   * @param config settings
   * @param cells one a teacher
   */
  public FleetTraining(
      ComputeDevice device,
      Lanes lanes,
      TaskModel model,
      String groupName,
      FleetConfig config,
      TaskCells cells) {
    this.device = device;
    this.lanes = lanes;
    this.model = model;
    this.group = groupName;
    this.config = config;
    this.cells = cells;
    this.network =
        LaneNetwork.mlp(
            model.description().group(groupName).size(),
            config.width(),
            model.description().actions().size());
    this.lengths = new double[cells.count()];
    this.returns = new double[cells.count()];
    this.weights = new float[cells.count() * network.weights()];
    Arrays.fill(returns, Double.NEGATIVE_INFINITY);
  }

  /**
   * Trains all rounds.
   *
   * @param seed seed of weights and worlds
   * @param listener is told of every examination
   * @return the best teacher of each cell
   */
  public Teachers train(long seed, Listener listener) {
    for (int round = 0; round < config.rounds(); round++) {
      int[] left = left();
      if (left.length > 0) {
        train(round, left, seed + round, listener);
      }
    }
    ObservationGroup seen = model.description().group(group);
    return new Teachers(network, seen, weights);
  }

  /** Returns the mean length of each teacher in its examination [steps]. */
  public double[] lengths() {
    return lengths.clone();
  }

  // those that have not passed yet
  private int[] left() {
    return IntStream.range(0, lengths.length)
        .filter(i -> lengths[i] < config.passLength())
        .toArray();
  }

  private void train(int round, int[] members, long seed, Listener listener) {
    try (TeacherTraining training =
        new TeacherTraining(
            device, lanes, model, group, config.training(round), cells.only(members), seed)) {
      while (!training.finished()) {
        IterationReport report = training.iterate();
        listener.examined(round, members.length, training.passed(), report);
      }
      keep(members, training);
    }
  }

  // the better of two snapshots: the one that flies longer, and of equals the one with more return
  private void keep(int[] members, TeacherTraining training) {
    int size = network.weights();
    double[] newLengths = training.lengths();
    double[] newReturns = training.returns();
    float[] fresh = training.teachers().weights();
    for (int i = 0; i < members.length; i++) {
      int m = members[i];
      boolean longer = newLengths[i] > lengths[m];
      if (longer || (newLengths[i] == lengths[m] && newReturns[i] > returns[m])) {
        lengths[m] = newLengths[i];
        returns[m] = newReturns[i];
        System.arraycopy(fresh, i * size, weights, m * size, size);
      }
    }
  }
}
