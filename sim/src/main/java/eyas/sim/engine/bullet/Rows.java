package eyas.sim.engine.bullet;

import javax.vecmath.Vector3f;

/** One environment's column of a buffer [row][environment]; may be moved to another column. */
public final class Rows {
  private float[] values = new float[0];
  private int environment;
  private int environments;

  /** Creates rows that point nowhere yet. */
  public Rows() {}

  /** Points at a column and returns this. */
  public Rows at(float[] buffer, int column, int columns) {
    values = buffer;
    environment = column;
    environments = columns;
    return this;
  }

  /** Returns the value of a row. */
  public float get(int row) {
    return values[row * environments + environment];
  }

  /** Sets the value of a row. */
  public void set(int row, double value) {
    values[row * environments + environment] = (float) value;
  }

  void get(int row, float[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = get(row + i);
    }
  }

  void set(int row, float[] in) {
    for (int i = 0; i < in.length; i++) {
      set(row + i, in[i]);
    }
  }

  Vector3f get(int row, Vector3f out) {
    out.set(get(row), get(row + 1), get(row + 2));
    return out;
  }

  void set(int row, Vector3f in) {
    set(row, in.x);
    set(row + 1, in.y);
    set(row + 2, in.z);
  }
}
