package eyas.sim.sensor;

/**
 * What a stereo depth camera adds to the truth. The error of its disparity is constant, so that the
 * deviation of depth grows with its square: {@code constant + quadratic z²}. Pixels drop out (depth
 * 0, no layer) at random, and more often beside a jump of depth, which one of the two eyes cannot
 * see past.
 *
 * @param constant standard deviation at no distance [m]
 * @param quadratic growth of the standard deviation [1/m]
 * @param dropOut probability that a pixel drops out, in steps of 1/4096
 * @param edgeDropOut the same for pixels whose left or right neighbour's depth differs by {@link
 *     #EDGE}
 */
public record DepthNoise(double constant, double quadratic, double dropOut, double edgeDropOut) {
  /** Relative difference of depth that makes an edge. */
  public static final double EDGE = 0.05;

  /** The truth. */
  public static final DepthNoise NONE = new DepthNoise(0, 0, 0, 0);

  /**
   * An Intel RealSense D435i: disparity error of 0.08 pixels at 848 pixels a row, a focal length of
   * 425 pixels and a baseline of 50 mm give 0.0038/m; it is made for errors below 2 % at 2 m.
   */
  public static final DepthNoise D435I = new DepthNoise(0.0005, 0.0038, 0.005, 0.3);

  /** Checks the numbers. */
  public DepthNoise {
    SensorException.require(
        constant >= 0 && quadratic >= 0,
        "A camera's depth deviates by %s m + %s/m z²; give 0 or more.",
        constant,
        quadratic);
    SensorException.require(
        dropOut >= 0 && dropOut <= 1 && edgeDropOut >= 0 && edgeDropOut <= 1,
        "A camera's pixels drop out with probabilities %s and, at edges, %s; give 0 to 1.",
        dropOut,
        edgeDropOut);
  }

  /** Whether the depth is the truth. */
  public boolean isNone() {
    return equals(NONE);
  }
}
