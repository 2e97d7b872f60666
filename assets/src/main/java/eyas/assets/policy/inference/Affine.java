package eyas.assets.policy.inference;

import eyas.assets.policy.Tensor;

/** weights x + bias, every sum added up column by column: the order that the generated C keeps. */
interface Affine {
  /** From this many rows on, columns at a time are faster than rows at a time. */
  int MANY_ROWS = 16;

  /** Packs a row-major weight matrix [rows][columns] and its bias [rows]. */
  static Affine of(Tensor weight, Tensor bias) {
    return bias.size() < MANY_ROWS
        ? new PackedAffine(weight, bias)
        : new ColumnAffine(weight, bias);
  }

  /**
   * Writes the sums of all rows, and perhaps of more up to {@link PackedAffine#padded}.
   *
   * @param x holds one value for each column from the offset on
   */
  void apply(float[] x, int xOffset, float[] sums);
}
