package eyas.bridge.onboard.source;

import eyas.assets.policy.Tensor;

/**
 * Rows of a weight matrix in blocks of 16 and then of 4, packed [block][column][row]. Groups of
 * rows (the gates of a GRU) are filled up to a multiple of 4 with zeros.
 *
 * @param rows rows after filling up
 * @param columns columns
 * @param weights packed weights
 * @param bias one for each row
 */
record RowBlocks(int rows, int columns, float[] weights, float[] bias) {
  private static final int LARGE = 16;
  private static final int SMALL = 4;

  /** Packs a row-major matrix [groups x size][columns] and its bias. */
  static RowBlocks of(Tensor weight, Tensor bias, int groups) {
    int size = bias.size() / groups;
    int padded = padded(size);
    int rows = groups * padded;
    int columns = weight.size() / bias.size();
    float[] packed = new float[rows * columns];
    float[] sums = new float[rows];
    for (int group = 0; group < groups; group++) {
      for (int i = 0; i < size; i++) {
        int from = group * size + i;
        int to = group * padded + i;
        sums[to] = bias.get(from);
        for (int column = 0; column < columns; column++) {
          packed[position(to, column, rows, columns)] = weight.get(from * columns + column);
        }
      }
    }
    return new RowBlocks(rows, columns, packed, sums);
  }

  /** Unpacks the weights of one row and column: the reverse of packing. */
  static float weight(float[] packed, int row, int column, int rows, int columns) {
    return packed[position(row, column, rows, columns)];
  }

  /** Rows filled up to whole vectors. */
  static int padded(int rows) {
    return (rows + SMALL - 1) / SMALL * SMALL;
  }

  private static int position(int row, int column, int rows, int columns) {
    int large = rows / LARGE * LARGE;
    int block = row < large ? LARGE : SMALL;
    int first = row < large ? row / LARGE * LARGE : large + (row - large) / SMALL * SMALL;
    return first * columns + column * block + row - first;
  }
}
