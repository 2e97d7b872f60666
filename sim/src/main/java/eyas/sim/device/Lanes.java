package eyas.sim.device;

import java.util.List;

/**
 * How many environments one work-item advances: 1 (a GPU thread) or a SIMD register of 4, 8 or 16.
 *
 * @param width environments per work-item
 */
public record Lanes(int width) {
  /** The supported widths. */
  public static final List<Integer> WIDTHS = List.of(1, 4, 8, 16);

  // values in 2 KiB
  private static final int CONFLICT = 512;

  /** Checks the width. */
  public Lanes {
    if (!WIDTHS.contains(width)) {
      throw new DeviceException(
          "Lane width " + width + " is not supported; choose one of " + WIDTHS + ".");
    }
  }

  /** Returns the lanes of a supported width. */
  public static Lanes of(int width) {
    return new Lanes(width);
  }

  /** Returns the widest supported lanes that are no wider than {@code width}. */
  public static Lanes atMost(int width) {
    return new Lanes(WIDTHS.stream().filter(w -> w <= width).reduce(1, Math::max));
  }

  /** Returns the number of work-items that cover {@code environments}. */
  public int groups(int environments) {
    return (environments + width - 1) / width;
  }

  /**
   * Returns the length of a row that holds one value of each environment: {@code environments}
   * rounded up to a multiple of the width, and one work-item more where rows would lie a multiple
   * of 2 KiB apart. Rows that far apart fall into the same few sets of a CPU's cache and push each
   * other out.
   */
  public int padded(int environments) {
    int row = groups(environments) * width;
    return width > 1 && row % CONFLICT == 0 ? row + width : row;
  }
}
