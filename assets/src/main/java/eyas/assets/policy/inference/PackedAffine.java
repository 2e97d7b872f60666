package eyas.assets.policy.inference;

import eyas.assets.policy.Tensor;
import java.util.Arrays;

/**
 * weights x + bias with the rows in blocks of eight, packed [block][column][8] and filled up with
 * zeros: eight independent sums hide the latency of addition.
 */
final class PackedAffine implements Affine {
  private static final int BLOCK = 8;

  private final float[] weights;
  private final float[] bias;
  private final int columns;

  /** Packs a row-major weight matrix [rows][columns] and its bias [rows]. */
  PackedAffine(Tensor weight, Tensor rowBias) {
    int rows = rowBias.size();
    columns = weight.size() / rows;
    bias = Arrays.copyOf(rowBias.values(), padded(rows));
    weights = new float[bias.length * columns];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int block = row / BLOCK * columns * BLOCK;
        weights[block + column * BLOCK + row % BLOCK] = weight.get(row * columns + column);
      }
    }
  }

  /** Number of rows filled up to whole blocks; arrays for sums must be that long. */
  static int padded(int rows) {
    return (rows + BLOCK - 1) / BLOCK * BLOCK;
  }

  @Override
  public void apply(float[] x, int xOffset, float[] sums) {
    for (int row = 0; row < bias.length; row += BLOCK) {
      block(row, x, xOffset, sums);
    }
  }

  private void block(int row, float[] x, int xOffset, float[] sums) {
    float[] w = weights;
    float s0 = bias[row];
    float s1 = bias[row + 1];
    float s2 = bias[row + 2];
    float s3 = bias[row + 3];
    float s4 = bias[row + 4];
    float s5 = bias[row + 5];
    float s6 = bias[row + 6];
    float s7 = bias[row + 7];
    int k = row * columns;
    for (int j = 0; j < columns; j++, k += BLOCK) {
      float input = x[xOffset + j];
      s0 += w[k] * input;
      s1 += w[k + 1] * input;
      s2 += w[k + 2] * input;
      s3 += w[k + 3] * input;
      s4 += w[k + 4] * input;
      s5 += w[k + 5] * input;
      s6 += w[k + 6] * input;
      s7 += w[k + 7] * input;
    }
    sums[row] = s0;
    sums[row + 1] = s1;
    sums[row + 2] = s2;
    sums[row + 3] = s3;
    sums[row + 4] = s4;
    sums[row + 5] = s5;
    sums[row + 6] = s6;
    sums[row + 7] = s7;
  }
}
