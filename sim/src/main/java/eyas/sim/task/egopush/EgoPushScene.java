package eyas.sim.task.egopush;

import eyas.assets.robot.Collider;
import eyas.assets.robot.Link;
import eyas.assets.robot.RobotModel;
import eyas.assets.robot.Shape;
import eyas.assets.scene.Actuator;
import eyas.assets.scene.Base;
import eyas.assets.scene.Scene;
import eyas.assets.scene.SceneBody;
import eyas.assets.scene.SceneRobot;
import eyas.assets.spatial.Inertia;
import eyas.assets.spatial.Pose;
import eyas.assets.spatial.Vec3;
import java.util.ArrayList;
import java.util.List;

/**
 * The scene: a floor, the TurtleBot3 Burger with its pusher, and cubes. The robot's frame lies on
 * the floor below the middle of its axle, x towards the pusher (the ball caster leads).
 */
public final class EgoPushScene {
  /** Name of the robot in the scene. */
  public static final String ROBOT = "robot";

  /** Name of the robot's link. */
  public static final String BASE = "base";

  /** Name of the box that the others are pushed to. */
  public static final String ANCHOR = "anchor";

  /** Edge of a box [m]; EgoPush, appendix. */
  public static final double EDGE = 0.15;

  /** Mass of a box in the scene [kg]; environments differ by their mass factor. */
  public static final double BOX_MASS = 0.4;

  /** Friction coefficient of floor and boxes in the scene. */
  public static final double FLOOR_FRICTION = 0.45;

  /** Friction coefficient of the robot's colliders in the scene. */
  public static final double ROBOT_FRICTION = 0.35;

  /** Distance of the pusher's face before the axle [m]. */
  public static final double PUSHER_FACE = 0.177;

  /** Distance of the robot's rear behind the axle [m]. */
  public static final double REAR = 0.038;

  // control: 1/60 s x 6, 10 Hz
  private static final double TIME_STEP = 1.0 / 60;
  private static final int STEPS = 6;

  private EgoPushScene() {}

  /** Returns the scene with a number of boxes; the anchor is the first. */
  public static Scene of(int boxes) {
    List<SceneBody> bodies = new ArrayList<>();
    for (int b = 0; b < boxes; b++) {
      bodies.add(box(b == 0 ? ANCHOR : "box" + b, 0.3 * b));
    }
    Collider floor = new Collider("floor", new Shape.Plane(), Pose.IDENTITY, FLOOR_FRICTION);
    return new Scene("egopush", 9.81, TIME_STEP, STEPS, List.of(robot()), bodies, List.of(floor));
  }

  private static SceneBody box(String name, double y) {
    double half = EDGE / 2;
    double moment = BOX_MASS * EDGE * EDGE / 6;
    return new SceneBody(
        name,
        Inertia.diagonal(BOX_MASS, Vec3.ZERO, moment, moment, moment),
        List.of(new Collider(name, new Shape.Box(half, half, half), Pose.IDENTITY, FLOOR_FRICTION)),
        Pose.at(0.8, y, half));
  }

  private static SceneRobot robot() {
    Collider body =
        new Collider(
            "body", new Shape.Box(0.07, 0.07, 0.0715), Pose.at(0.032, 0, 0.0815), ROBOT_FRICTION);
    Collider pusher =
        new Collider(
            "pusher", new Shape.Box(0.0375, 0.07, 0.05), Pose.at(0.1395, 0, 0.06), ROBOT_FRICTION);
    // base, wheels and scan unit together
    Inertia inertia = Inertia.diagonal(1.0, new Vec3(0.03, 0, 0.07), 0.0025, 0.0025, 0.0025);
    RobotModel model =
        new RobotModel(
            "turtlebot3-burger",
            List.of(new Link(BASE, inertia, List.of(body, pusher))),
            List.of());
    return new SceneRobot(
        ROBOT,
        model,
        Base.PLANAR,
        Pose.IDENTITY,
        List.of(new Actuator.DifferentialDrive(6, 6, 0.5)),
        List.of());
  }
}
