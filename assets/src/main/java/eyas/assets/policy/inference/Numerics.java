package eyas.assets.policy.inference;

/** Inner loops of inference. Results are the same bits on every machine. */
final class Numerics {
  private static final double LOG2_E = 1.4426950408889634;
  private static final double LN_2 = 0.6931471805599453;
  private static final double ROUNDER = 0x1.8p52;
  private static final double LARGEST = 30;

  private Numerics() {}

  /** sums[0..rows) = bias + weights x, with weights row-major [rows][columns]. */
  static void affine(
      float[] weights, float[] bias, int columns, float[] x, int xOffset, float[] sums) {
    int rows = bias.length;
    int row = 0;
    // eight rows at a time: eight independent sums hide the latency of addition
    for (; row + 8 <= rows; row += 8) {
      eightRows(weights, bias, columns, x, xOffset, sums, row);
    }
    for (; row < rows; row++) {
      float sum = bias[row];
      for (int j = 0; j < columns; j++) {
        sum += weights[row * columns + j] * x[xOffset + j];
      }
      sums[row] = sum;
    }
  }

  private static void eightRows(
      float[] w, float[] bias, int columns, float[] x, int xOffset, float[] sums, int row) {
    float s0 = bias[row];
    float s1 = bias[row + 1];
    float s2 = bias[row + 2];
    float s3 = bias[row + 3];
    float s4 = bias[row + 4];
    float s5 = bias[row + 5];
    float s6 = bias[row + 6];
    float s7 = bias[row + 7];
    int base = row * columns;
    for (int j = 0; j < columns; j++) {
      float input = x[xOffset + j];
      s0 += w[base + j] * input;
      s1 += w[base + columns + j] * input;
      s2 += w[base + 2 * columns + j] * input;
      s3 += w[base + 3 * columns + j] * input;
      s4 += w[base + 4 * columns + j] * input;
      s5 += w[base + 5 * columns + j] * input;
      s6 += w[base + 6 * columns + j] * input;
      s7 += w[base + 7 * columns + j] * input;
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

  /** exp for |x| up to 30, wrong by less than 1e-9 of the result; larger x are limited to 30. */
  static double exp(double x) {
    double limited = Math.max(-LARGEST, Math.min(LARGEST, x));
    // x = k ln 2 + r with |r| <= 0.35; adding and taking away 1.5 2^52 rounds to a whole k
    double k = limited * LOG2_E + ROUNDER - ROUNDER;
    double r = limited - k * LN_2;
    // Taylor series to r^8
    double p = 1.0 / 40320;
    p = p * r + 1.0 / 5040;
    p = p * r + 1.0 / 720;
    p = p * r + 1.0 / 120;
    p = p * r + 1.0 / 24;
    p = p * r + 1.0 / 6;
    p = p * r + 0.5;
    p = p * r + 1;
    p = p * r + 1;
    return p * Double.longBitsToDouble((1023L + (long) k) << 52);
  }

  /** Logistic function. */
  static float sigmoid(float x) {
    return (float) (1 / (1 + exp(-x)));
  }

  /** Hyperbolic tangent. */
  static float tanh(float x) {
    return (float) (1 - 2 / (1 + exp(2.0 * x)));
  }
}
