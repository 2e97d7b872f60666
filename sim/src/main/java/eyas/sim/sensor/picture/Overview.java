package eyas.sim.sensor.picture;

import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Quaternion;
import eyas.assets.spatial.Vec3;
import eyas.sim.sensor.Camera;
import eyas.sim.sensor.Lens;
import eyas.sim.sensor.Mount;

/** Cameras that show a scene to people. */
public final class Overview {
  private static final double FAR = 1000;

  private Overview() {}

  /**
   * Returns a camera that stands in the world and looks at a point.
   *
   * @param eye place of the camera [m]
   * @param target point in the middle of the picture [m], not straight above or below
   * @param width pixels of a row
   * @param height rows
   * @param fieldOfView horizontal angle [rad]
   */
  public static Camera lookingAt(Vec3 eye, Vec3 target, int width, int height, double fieldOfView) {
    Vec3 d = target.minus(eye);
    double yaw = Math.atan2(d.y(), d.x());
    double pitch = Math.atan2(-d.z(), Math.hypot(d.x(), d.y()));
    Pose pose = new Pose(eye, Quaternion.fromRollPitchYaw(0, pitch, yaw));
    Lens lens = new Lens(width, height, fieldOfView, 0, FAR);
    return Camera.ideal("overview", new Mount.World(), pose, lens);
  }

  /**
   * Returns a camera that shows a round place about the origin from behind and above.
   *
   * @param radius of the place [m]
   * @param width pixels of a row
   * @param height rows
   */
  public static Camera of(double radius, int width, int height) {
    Vec3 eye = new Vec3(-1.75 * radius, -1.15 * radius, 1.5 * radius);
    return lookingAt(eye, new Vec3(0, 0, -0.05 * radius), width, height, 0.9);
  }
}
