package eyas.bridge.onboard.source;

import eyas.assets.policy.NetworkSpec;
import eyas.assets.policy.SliceVariation;
import java.util.Map;

/**
 * Observations that Java and C draw alike: a linear congruential generator gives exact numbers,
 * uniform in [-2, 2). Constants: Numerical Recipes, chapter 7. Slices that a network shares are
 * repeated or excluded now and then.
 */
public final class RandomSequences {
  private static final int FACTOR = 1664525;
  private static final int SUMMAND = 1013904223;
  private static final float STEP = 0x1p-22f;
  private static final int DRAW_SHIFT = 30;

  private final SliceVariation variation;
  private int random;

  /**
   * Begins with a seed.
   *
   * @param network takes the observations
   */
  public RandomSequences(int seed, NetworkSpec network) {
    random = seed;
    variation = SliceVariation.of(network);
  }

  /** Fills an array with the next numbers. */
  public void next(float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (bits() >> 8) * STEP;
    }
    variation.vary(values, 0, () -> bits() >>> DRAW_SHIFT);
  }

  private int bits() {
    random = random * FACTOR + SUMMAND;
    return random;
  }

  /** What a program in C must know to draw the same. */
  static Map<String, String> inC(NetworkSpec network) {
    SliceVariation variation = SliceVariation.of(network);
    return Map.of(
        "slices",
        String.valueOf(variation.slices()),
        "slice-width",
        variation.width() + "u",
        "excludes",
        variation.excluded().isPresent() ? "1" : "0",
        "excluded",
        CText.number(variation.excluded().orElse(0f)));
  }
}
