package eyas.bridge.onboard.source;

/**
 * Observations that Java and C draw alike: a linear congruential generator gives exact numbers,
 * uniform in [-2, 2). Constants: Numerical Recipes, chapter 7.
 */
public final class RandomSequences {
  private static final int FACTOR = 1664525;
  private static final int SUMMAND = 1013904223;
  private static final float STEP = 0x1p-22f;

  private int random;

  /** Begins with a seed. */
  public RandomSequences(int seed) {
    random = seed;
  }

  /** Fills an array with the next numbers. */
  public void next(float[] values) {
    for (int i = 0; i < values.length; i++) {
      random = random * FACTOR + SUMMAND;
      values[i] = (random >> 8) * STEP;
    }
  }
}
