package eyas.sim.sensor.bench;

import eyas.assets.robot.Collider;
import eyas.assets.robot.Link;
import eyas.assets.robot.RobotModel;
import eyas.assets.robot.Shape;
import eyas.assets.scene.Base;
import eyas.assets.scene.Scene;
import eyas.assets.scene.SceneBody;
import eyas.assets.scene.SceneRobot;
import eyas.assets.spatial.Inertia;
import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Quaternion;
import eyas.assets.spatial.Vec3;
import eyas.sim.engine.scene.SceneLayout;
import eyas.sim.random.Philox;
import eyas.sim.sensor.Appearance;
import eyas.sim.sensor.ArenaWall;
import eyas.sim.sensor.Camera;
import eyas.sim.sensor.Lens;
import eyas.sim.sensor.Mount;
import java.util.ArrayList;
import java.util.List;

/**
 * What a camera of EgoPush sees in its third tier: a TurtleBot3 Burger with a pusher, five boxes, a
 * floor and a round wall. Sizes and the place of the camera are those of the paper.
 */
public final class CrossScene {
  /** Number of boxes; box 0 is the anchor. */
  public static final int BOXES = 5;

  private static final double HALF_EDGE = 0.075;
  private static final double RADIUS = 1.5;
  private static final double CAMERA_PITCH = Math.toRadians(11.5);
  private static final double FIELD_OF_VIEW = Math.toRadians(69);
  private static final double FRICTION = 0.45;

  private CrossScene() {}

  /** Returns the scene. */
  public static Scene scene() {
    List<SceneBody> bodies = new ArrayList<>();
    for (int b = 0; b < BOXES; b++) {
      Shape box = new Shape.Box(HALF_EDGE, HALF_EDGE, HALF_EDGE);
      bodies.add(
          new SceneBody(
              "box" + b,
              Inertia.diagonal(0.4, Vec3.ZERO, 0.0015, 0.0015, 0.0015),
              List.of(new Collider("box" + b, box, Pose.IDENTITY, FRICTION)),
              Pose.at(0.5 + 0.2 * b, 0, HALF_EDGE)));
    }
    Collider floor = new Collider("floor", new Shape.Plane(), Pose.IDENTITY, FRICTION);
    return new Scene("cross", 9.81, 1.0 / 60, 6, List.of(robot()), bodies, List.of(floor));
  }

  private static SceneRobot robot() {
    Shape.Box body = new Shape.Box(0.07, 0.07, 0.0715);
    Shape.Box pusher = new Shape.Box(0.0375, 0.07, 0.05);
    Link base =
        new Link(
            "base",
            Inertia.diagonal(1, new Vec3(0.03, 0, 0.07), 0.0025, 0.0025, 0.0025),
            List.of(
                new Collider("body", body, Pose.at(0.032, 0, 0.0815), FRICTION),
                new Collider("pusher", pusher, Pose.at(0.1395, 0, 0.06), FRICTION)));
    RobotModel model = new RobotModel("turtlebot3-burger", List.of(base), List.of());
    return new SceneRobot("robot", model, Base.PLANAR, Pose.IDENTITY, List.of(), List.of());
  }

  /** Returns the surroundings. */
  public static Appearance appearance() {
    return Appearance.PLAIN.with(new ArenaWall(Vec3.ZERO, RADIUS, 1));
  }

  /** Returns the camera on the robot. */
  public static Camera camera(int width, int height) {
    Pose pose =
        new Pose(new Vec3(0.031, 0, 0.206), Quaternion.fromRollPitchYaw(0, CAMERA_PITCH, 0));
    Lens lens = new Lens(width, height, FIELD_OF_VIEW, 0.15, 3);
    return Camera.ideal("front", new Mount.OnLink("robot", "base"), pose, lens);
  }

  /**
   * Returns the state of one environment: robot and boxes anywhere in the arena, boxes on the
   * floor.
   */
  public static float[] state(SceneLayout layout, long seed, int environment) {
    Philox random = new Philox(seed, environment, 0, 0, 60);
    float[] state = new float[layout.stateRows()];
    int robot = layout.positionRow(0);
    state[robot] = (float) random.uniform(-1, 1);
    state[robot + 1] = (float) random.uniform(-1, 1);
    state[robot + 2] = (float) random.uniform(-Math.PI, Math.PI);
    for (int b = 0; b < BOXES; b++) {
      int row = layout.bodyRow(b);
      double yaw = random.uniform(-Math.PI, Math.PI);
      state[row] = (float) random.uniform(-1, 1);
      state[row + 1] = (float) random.uniform(-1, 1);
      state[row + 2] = (float) HALF_EDGE;
      state[row + SceneLayout.ORIENTATION] = (float) Math.cos(yaw / 2);
      state[row + SceneLayout.ORIENTATION + 3] = (float) Math.sin(yaw / 2);
    }
    return state;
  }
}
