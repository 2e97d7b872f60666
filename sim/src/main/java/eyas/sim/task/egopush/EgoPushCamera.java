package eyas.sim.task.egopush;

import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Quaternion;
import eyas.assets.spatial.Vec3;
import eyas.sim.sensor.Camera;
import eyas.sim.sensor.DepthNoise;
import eyas.sim.sensor.Lens;
import eyas.sim.sensor.Mount;
import eyas.sim.sensor.PoseNoise;
import eyas.sim.sensor.Timing;
import eyas.sim.task.Allowed;

/**
 * The robot's depth camera as a student uses it. Where it sits and what it can see is the preset's
 * {@link EgoPushConfig.View}; pixels are square, so the vertical angle follows from the size.
 *
 * @param width pixels of a row
 * @param height rows
 * @param noise what is added to depth
 * @param poseNoise how far the camera is off in an episode
 * @param latency control steps until a picture arrives
 */
public record EgoPushCamera(
    int width, int height, DepthNoise noise, PoseNoise poseNoise, int latency) {
  /** Checks the size. */
  public EgoPushCamera {
    Allowed.least("width", width, 1);
    Allowed.least("height", height, 1);
    Allowed.least("latency", latency, 0);
  }

  /** Returns a camera that measures the truth at once. */
  public static EgoPushCamera ideal(int width, int height) {
    return new EgoPushCamera(width, height, DepthNoise.NONE, PoseNoise.NONE, 0);
  }

  /** Returns the optics of a preset's camera. */
  public Lens lens(EgoPushConfig.View view) {
    return new Lens(width, height, view.horizontal(), view.nearest(), view.farthest());
  }

  /** Returns the camera's pose in the robot's frame, which lies on the floor below the axle. */
  public static Pose pose(EgoPushConfig.View view) {
    return new Pose(
        new Vec3(view.ahead(), 0, view.height()), Quaternion.fromRollPitchYaw(0, view.pitch(), 0));
  }

  /** Returns the camera on a preset's robot. */
  public Camera on(EgoPushConfig.View view) {
    return new Camera(
        "front",
        new Mount.OnLink(EgoPushScene.ROBOT, EgoPushScene.BASE),
        pose(view),
        lens(view),
        new Timing(0, latency),
        noise,
        poseNoise);
  }
}
