package eyas.sim.sensor;

import eyas.assets.spatial.Pose;

/**
 * A camera. Its frame has x forward along the optical axis, y to the left and z up, as a robot's.
 * Row 0 of a picture is the upper one, column 0 the left one; depth is measured along the optical
 * axis [m], as depth cameras give it, and 0 stands for no measurement.
 *
 * @param name name, unique in its rig
 * @param mount what carries it
 * @param pose of the camera in the frame of the link or body, or in the world
 * @param lens picture size, angle and range
 * @param timing rate and latency
 * @param noise what it adds to depth
 * @param poseNoise how far it is off in an episode
 */
public record Camera(
    String name,
    Mount mount,
    Pose pose,
    Lens lens,
    Timing timing,
    DepthNoise noise,
    PoseNoise poseNoise) {

  /** Returns a camera without noise, rate and latency. */
  public static Camera ideal(String name, Mount mount, Pose pose, Lens lens) {
    return new Camera(name, mount, pose, lens, Timing.IMMEDIATE, DepthNoise.NONE, PoseNoise.NONE);
  }

  /** Returns this camera with another lens. */
  public Camera with(Lens other) {
    return new Camera(name, mount, pose, other, timing, noise, poseNoise);
  }

  /** Returns this camera with another timing. */
  public Camera with(Timing other) {
    return new Camera(name, mount, pose, lens, other, noise, poseNoise);
  }

  /** Returns this camera with other noise of depth. */
  public Camera with(DepthNoise other) {
    return new Camera(name, mount, pose, lens, timing, other, poseNoise);
  }

  /** Returns this camera with other noise of its pose. */
  public Camera with(PoseNoise other) {
    return new Camera(name, mount, pose, lens, timing, noise, other);
  }
}
