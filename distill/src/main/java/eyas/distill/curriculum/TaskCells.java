package eyas.distill.curriculum;

import eyas.sim.random.Philox;
import eyas.sim.task.TaskModel;

/** The cells of a task distribution, each with a teacher of its own or all with the same one. */
public interface TaskCells {
  /** Returns the number of cells. */
  int count();

  /**
   * Draws the physical parameters of an episode on a cell.
   *
   * @param cell from 0 to {@link #count()} − 1
   * @param random stream of the draw
   * @param out written, one value a parameter row
   */
  void draw(int cell, Philox random, float[] out);

  /**
   * Returns some of these cells, as cells of their own.
   *
   * @param cells indices of those that stay, in their new order
   */
  default TaskCells only(int... cells) {
    TaskCells all = this;
    int[] chosen = cells.clone();
    return new TaskCells() {
      @Override
      public int count() {
        return chosen.length;
      }

      @Override
      public void draw(int cell, Philox random, float[] out) {
        all.draw(chosen[cell], random, out);
      }
    };
  }

  /** A single cell: the whole distribution of a task, for a conditioned teacher. */
  static TaskCells distribution(TaskModel model) {
    return new TaskCells() {
      @Override
      public int count() {
        return 1;
      }

      @Override
      public void draw(int cell, Philox random, float[] out) {
        model.sampleParameters(random, out);
      }
    };
  }
}
