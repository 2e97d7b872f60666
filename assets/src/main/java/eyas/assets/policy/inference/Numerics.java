package eyas.assets.policy.inference;

/** Activations, fast and with the same bits on every machine. */
final class Numerics {
  private static final int PARTS = 32;
  private static final double PARTS_OVER_LN_2 = PARTS / 0.6931471805599453;
  private static final double LN_2_OVER_PARTS = 0.6931471805599453 / PARTS;
  private static final double ROUNDER = 0x1.8p52;
  private static final double LARGEST = 30;

  /** 2^(i/32). */
  private static final double[] ROOTS = roots();

  private Numerics() {}

  private static double[] roots() {
    double[] roots = new double[PARTS];
    for (int i = 0; i < PARTS; i++) {
      roots[i] = StrictMath.pow(2, (double) i / PARTS);
    }
    return roots;
  }

  /** exp for |x| up to 30, wrong by less than 1e-9 of the result; larger x are limited to 30. */
  static double exp(double x) {
    double limited = x > LARGEST ? LARGEST : x < -LARGEST ? -LARGEST : x;
    // x = n ln 2 / 32 + r with |r| <= 0.011; adding 1.5 2^52 rounds and leaves n in the low bits
    double rounded = limited * PARTS_OVER_LN_2 + ROUNDER;
    int n = (int) Double.doubleToRawLongBits(rounded);
    double r = limited - (rounded - ROUNDER) * LN_2_OVER_PARTS;
    // Taylor series to r^3, times 2^(n/32)
    double series = 1 + r * (1 + r * (0.5 + r * (1.0 / 6)));
    return series * ROOTS[n & (PARTS - 1)] * Double.longBitsToDouble((1023L + (n >> 5)) << 52);
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
