package eyas.cli.quadrotor;

import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Quaternion;
import eyas.assets.spatial.Vec3;
import eyas.cli.view.Painter;
import eyas.sim.device.ComputeDevice;
import eyas.sim.engine.scene.SceneLayout;
import eyas.sim.sensor.Camera;
import eyas.sim.sensor.Lens;
import eyas.sim.sensor.Mount;
import eyas.sim.sensor.picture.Overview;
import eyas.sim.sensor.picture.Picture;
import eyas.sim.sensor.picture.ScenePictures;
import eyas.sim.task.LaneWorld;
import eyas.sim.task.quadrotor.QuadrotorLayout;

/** Draws a quadrotor from outside, and beside it what a camera behind its rotors sees. */
final class QuadrotorPainter implements Painter {
  private static final int GAP = 6;
  private static final int WIDTH = 560;
  private static final int HEIGHT = 480;
  private static final int BESIDE = 320;
  private static final double ANGLE = 1.4;
  private static final double FAR = 1000;

  private final QuadrotorLayout rows;
  private final SceneLayout layout;
  private final ScenePictures overview;
  private final ScenePictures follower;

  /** Opens the cameras for the quadrotor that a world of one environment holds now. */
  QuadrotorPainter(ComputeDevice device, QuadrotorLayout rows, LaneWorld world) {
    this.rows = rows;
    float[] parameters = world.buffers().parameters().floats();
    double arm = parameters[QuadrotorLayout.ARM * world.padded()];
    double start = parameters[QuadrotorLayout.INIT_POSITION * world.padded()];
    double radius = 0.5 * start + 3 * arm;
    QuadrotorScenery scenery = new QuadrotorScenery(arm, 1.2 * radius);
    layout = scenery.layout();
    overview =
        new ScenePictures(
            device, layout, QuadrotorScenery.appearance(), Overview.of(radius, WIDTH, HEIGHT));
    follower = new ScenePictures(device, layout, QuadrotorScenery.appearance(), behind(arm));
  }

  private static Camera behind(double arm) {
    Pose pose =
        new Pose(new Vec3(-4.5 * arm, 0, 1.8 * arm), Quaternion.fromRollPitchYaw(0, 0.25, 0));
    Lens lens = new Lens(BESIDE, HEIGHT, ANGLE, 0, FAR);
    return Camera.ideal("behind", new Mount.OnBody(QuadrotorScenery.FRAME), pose, lens);
  }

  @Override
  public Picture of(LaneWorld world) {
    float[] all = world.buffers().state().floats();
    float[] one = new float[all.length / world.padded()];
    for (int i = 0; i < one.length; i++) {
      one[i] = all[i * world.padded()];
    }
    int row = rows.referenceRow();
    Vec3 target = rows.reference() ? new Vec3(one[row], one[row + 1], one[row + 2]) : Vec3.ZERO;
    float[] state = QuadrotorScenery.state(layout, one, target);
    return overview.of(state).beside(follower.of(state), GAP);
  }

  @Override
  public void close() {
    follower.close();
    overview.close();
  }
}
