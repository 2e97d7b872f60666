package eyas.assets.policy.inference;

import eyas.assets.policy.Tensor;

/**
 * An affine map with an array for each column, added four at a time: loops over arrays of the same
 * index are what the virtual machine turns into vector instructions.
 */
final class ColumnAffine implements Affine {
  private static final int TOGETHER = 4;

  private final float[][] weights;
  private final float[] bias;

  ColumnAffine(Tensor weight, Tensor rowBias) {
    bias = rowBias.values();
    int columns = weight.size() / bias.length;
    weights = new float[columns][bias.length];
    for (int column = 0; column < columns; column++) {
      for (int row = 0; row < bias.length; row++) {
        weights[column][row] = weight.get(row * columns + column);
      }
    }
  }

  @Override
  public void apply(float[] x, int xOffset, float[] sums) {
    System.arraycopy(bias, 0, sums, 0, bias.length);
    int j = 0;
    for (; j + TOGETHER <= weights.length; j += TOGETHER) {
      addFour(j, x, xOffset + j, sums);
    }
    if (j + 2 <= weights.length) {
      addTwo(weights[j], weights[j + 1], x[xOffset + j], x[xOffset + j + 1], sums);
      j += 2;
    }
    if (j < weights.length) {
      addOne(weights[j], x[xOffset + j], sums);
    }
  }

  private void addFour(int column, float[] x, int k, float[] sums) {
    float[] a = weights[column];
    float[] b = weights[column + 1];
    float[] c = weights[column + 2];
    float[] d = weights[column + 3];
    float p = x[k];
    float q = x[k + 1];
    float r = x[k + 2];
    float s = x[k + 3];
    for (int i = 0; i < a.length; i++) {
      sums[i] = sums[i] + a[i] * p + b[i] * q + c[i] * r + d[i] * s;
    }
  }

  private static void addTwo(float[] a, float[] b, float p, float q, float[] sums) {
    for (int i = 0; i < a.length; i++) {
      sums[i] = sums[i] + a[i] * p + b[i] * q;
    }
  }

  private static void addOne(float[] a, float p, float[] sums) {
    for (int i = 0; i < a.length; i++) {
      sums[i] = sums[i] + a[i] * p;
    }
  }
}
