package eyas.sim.sensor;

/**
 * How far a camera is off its place in an episode: uniform, drawn anew at each start.
 *
 * @param position greatest shift along each axis of the camera [m]
 * @param angle greatest turn about each axis of the camera [rad], below 0.5
 */
public record PoseNoise(double position, double angle) {
  /** Every camera is where it should be. */
  public static final PoseNoise NONE = new PoseNoise(0, 0);

  private static final double MOST = 0.5;

  /** Checks the numbers. */
  public PoseNoise {
    SensorException.require(
        position >= 0 && Double.isFinite(position) && angle >= 0 && angle <= MOST,
        "A camera is off by up to %s m and %s rad; give 0 or more, and at most %s rad.",
        position,
        angle,
        MOST);
  }
}
