package eyas.assets.policy;

import eyas.assets.spatial.Pose;
import java.util.List;

/**
 * The camera behind pictures of an observation. Its frame has x forward along the optical axis, y
 * left and z up; a pixel (row, column) looks along ((width / 2 - 0.5 - column) / focal length) to
 * the left and ((height / 2 - 0.5 - row) / focal length) upwards.
 *
 * @param pictures observation terms that it fills, in their order: depth along the optical axis [m]
 *     of what has the term's role and 0 elsewhere, [row][column] from the upper left
 * @param width pixels of a row
 * @param height rows
 * @param focalLength of pixels that are square [pixels]
 * @param near least depth that is measured [m]; what is nearer gives 0
 * @param far greatest depth that is measured [m]; what is farther gives 0
 * @param frame the frame that the camera is mounted in
 * @param pose of the camera in that frame
 * @param noise what the simulated camera added while the policy learned
 */
public record CameraContract(
    List<String> pictures,
    int width,
    int height,
    double focalLength,
    double near,
    double far,
    String frame,
    Pose pose,
    Noise noise) {
  /** Refuses what no camera is. */
  public CameraContract {
    pictures = List.copyOf(pictures);
    BundleException.require(
        !pictures.isEmpty() && width >= 1 && height >= 1 && focalLength > 0,
        "A camera needs pictures, pixels and a focal length above 0.");
    BundleException.require(
        near >= 0 && far > near,
        "A camera measures from " + near + " to " + far + " m, but needs 0 <= near < far.");
  }

  /** Returns the horizontal angle of view [rad]. */
  public double fieldOfView() {
    return 2 * Math.atan(width / 2.0 / focalLength);
  }

  /**
   * Noise of depth and mounting.
   *
   * @param constant standard deviation of depth at no distance [m]
   * @param quadratic growth of the standard deviation [1/m]
   * @param dropOut probability that a pixel measures nothing
   * @param edgeDropOut the same beside a jump of depth
   * @param position greatest shift of the mounting along each axis [m]
   * @param angle greatest turn of the mounting about each axis [rad]
   * @param latency control steps until a picture arrives
   */
  public record Noise(
      double constant,
      double quadratic,
      double dropOut,
      double edgeDropOut,
      double position,
      double angle,
      int latency) {}
}
