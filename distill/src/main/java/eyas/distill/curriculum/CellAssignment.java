package eyas.distill.curriculum;

import eyas.policies.analytic.ParameterSource;
import eyas.policies.checkpoint.CheckpointReader;
import eyas.policies.checkpoint.CheckpointWriter;
import eyas.sim.random.Philox;
import java.util.BitSet;

/**
 * Gives each work-item of a batch a cell, and a new one after every episode's time: all
 * environments of a work-item practise on the same cell, because one teacher labels them. Mutable.
 */
public final class CellAssignment implements ParameterSource {
  private static final int STREAM = 32;

  private final TaskCells cells;
  private final TaskSampler sampler;
  private final int lanes;
  private final int episodeSteps;
  private final int[] cellOf;
  private final int[] left;
  private final long seed;
  private int draws;

  /**
   * Draws the first cells; their ends are staggered.
   *
   * @param cells the cells
   * @param sampler chooses among them
   * @param workItems work-items of the batch
   * @param lanes environments of a work-item
   * @param episodeSteps steps on a cell before the next
   * @param seed seed of the choices
   */
  public CellAssignment(
      TaskCells cells, TaskSampler sampler, int workItems, int lanes, int episodeSteps, long seed) {
    this.cells = cells;
    this.sampler = sampler;
    this.lanes = lanes;
    this.episodeSteps = episodeSteps;
    this.seed = seed;
    this.cellOf = new int[workItems];
    this.left = new int[workItems];
    for (int g = 0; g < workItems; g++) {
      cellOf[g] = choose();
      left[g] = episodeSteps * (g + 1) / workItems;
    }
  }

  private int choose() {
    return sampler.next(cells.count(), new Philox(seed, draws++, 0, 0, STREAM));
  }

  /** Counts a window of {@code steps}; returns the work-items that moved to a new cell. */
  public BitSet advance(int steps) {
    BitSet moved = new BitSet();
    for (int g = 0; g < left.length; g++) {
      if (left[g] <= 0) {
        cellOf[g] = choose();
        left[g] = episodeSteps;
        moved.set(g);
      }
      left[g] -= steps;
    }
    return moved;
  }

  /** Returns the cell of each work-item. */
  public int[] cellOf() {
    return cellOf.clone();
  }

  @Override
  public void draw(int member, Philox random, float[] out) {
    cells.draw(cellOf[0], random, out);
  }

  @Override
  public void draw(int member, int environment, Philox random, float[] out) {
    cells.draw(cellOf[environment / lanes], random, out);
  }

  /** Writes the cells and what is left of them. */
  public void save(CheckpointWriter writer) {
    writer.ints("cell-of", cellOf);
    writer.ints("left", left);
    writer.ints("draws", draws);
  }

  /** Continues from what {@link #save} wrote. */
  public void restore(CheckpointReader reader) {
    System.arraycopy(reader.ints("cell-of"), 0, cellOf, 0, cellOf.length);
    System.arraycopy(reader.ints("left"), 0, left, 0, left.length);
    draws = reader.ints("draws")[0];
  }
}
