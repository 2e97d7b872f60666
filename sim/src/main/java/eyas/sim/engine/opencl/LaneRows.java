package eyas.sim.engine.opencl;

import eyas.sim.device.DeviceBuffer;
import eyas.sim.device.Lanes;
import eyas.sim.engine.EngineException;
import java.util.Arrays;

/**
 * Carries rows [row][environment] of the host to and from buffers whose rows are padded to whole
 * work-items. Environments that fill the last work-item repeat the first one.
 */
public final class LaneRows {
  private final String engine;
  private final int environments;
  private final float[] staged;

  /**
   * Creates the rows of an engine.
   *
   * @param engine its name in messages
   * @param environments environments on the host
   * @param lanes lane width of the kernels
   */
  public LaneRows(String engine, int environments, Lanes lanes) {
    this.engine = engine;
    this.environments = environments;
    this.staged = new float[lanes.padded(environments)];
  }

  /**
   * Writes whole rows, after a check of their number.
   *
   * @param what the rows are, in messages
   * @param values [rows][environments], not modified
   */
  public void write(String what, float[] values, int rows, DeviceBuffer to) {
    EngineException.requireRows(engine, what, values, rows, environments);
    for (int row = 0; row < rows; row++) {
      writeRow(values, row, to);
    }
  }

  /** Writes one row of {@code values} [rows][environments] to the same row of a buffer. */
  public void writeRow(float[] values, int row, DeviceBuffer to) {
    System.arraycopy(values, row * environments, staged, 0, environments);
    Arrays.fill(staged, environments, staged.length, values[row * environments]);
    to.write((long) row * staged.length, staged);
  }

  /**
   * Reads whole rows, after a check of their number.
   *
   * @param what the rows are, in messages
   * @param out written, [rows][environments]
   */
  public void read(String what, DeviceBuffer from, int rows, float[] out) {
    EngineException.requireRows(engine, what, out, rows, environments);
    for (int row = 0; row < rows; row++) {
      from.read((long) row * staged.length, staged);
      System.arraycopy(staged, 0, out, row * environments, environments);
    }
  }
}
