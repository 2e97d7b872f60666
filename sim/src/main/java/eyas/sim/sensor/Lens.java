package eyas.sim.sensor;

/**
 * The pinhole of a camera: square pixels, the optical axis through the middle of the picture.
 *
 * @param width pixels of a row
 * @param height rows
 * @param fieldOfView horizontal angle between the left and the right edge [rad]
 * @param near least depth that is measured [m]; what is nearer hides the scene and measures 0
 * @param far greatest depth that is measured [m]; what is farther measures 0
 */
public record Lens(int width, int height, double fieldOfView, double near, double far) {
  private static final int MOST = 4096;

  /** Checks the numbers. */
  public Lens {
    SensorException.require(
        width >= 1 && width <= MOST && height >= 1 && height <= MOST,
        "A camera has %d x %d pixels; give 1 to %d for each.",
        width,
        height,
        MOST);
    SensorException.require(
        fieldOfView > 0 && fieldOfView < Math.PI,
        "A camera has a field of view of %s rad; give one between 0 and pi.",
        fieldOfView);
    SensorException.require(
        near >= 0 && far > near,
        "A camera measures from %s m to %s m; give 0 <= near < far.",
        near,
        far);
  }

  /** Returns the focal length [pixels]. */
  public double focalLength() {
    return width / 2.0 / Math.tan(fieldOfView / 2);
  }

  /** Returns the same lens with another number of pixels; the horizontal angle stays. */
  public Lens pixels(int newWidth, int newHeight) {
    return new Lens(newWidth, newHeight, fieldOfView, near, far);
  }
}
