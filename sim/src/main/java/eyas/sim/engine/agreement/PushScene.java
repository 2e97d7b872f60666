package eyas.sim.engine.agreement;

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
import java.util.List;

/**
 * A robot with a pusher before one box on a floor; sizes, masses and rates of EgoPush. The origin
 * of the robot lies on the floor below the middle of its axle.
 */
final class PushScene {
  /** Half an edge of the box [m]. */
  static final double HALF = 0.075;

  /** Mass of the box in the scene [kg]. */
  static final double BOX_MASS = 0.4;

  /** Friction coefficient of all colliders of the scene; environments have factors. */
  static final double FRICTION = 0.4;

  /** Distance of the pusher's face before the axle [m]. */
  static final double FACE = 0.177;

  private PushScene() {}

  static Scene scene() {
    double moment = BOX_MASS * 4 * HALF * HALF / 6;
    SceneBody box =
        new SceneBody(
            "box",
            Inertia.diagonal(BOX_MASS, Vec3.ZERO, moment, moment, moment),
            List.of(collider("box", new Shape.Box(HALF, HALF, HALF), Pose.IDENTITY)),
            Pose.at(0.4, 0, HALF));
    Collider floor = collider("floor", new Shape.Plane(), Pose.IDENTITY);
    return new Scene("push", 9.81, 1.0 / 60, 6, List.of(robot()), List.of(box), List.of(floor));
  }

  private static SceneRobot robot() {
    Collider body = collider("body", new Shape.Box(0.07, 0.07, 0.0715), Pose.at(0.032, 0, 0.0815));
    Collider pusher =
        collider("pusher", new Shape.Box(0.0375, 0.07, 0.05), Pose.at(0.1395, 0, 0.06));
    Inertia inertia = Inertia.diagonal(1, new Vec3(0.03, 0, 0.07), 0.0025, 0.0025, 0.0025);
    Link base = new Link("base", inertia, List.of(body, pusher));
    return new SceneRobot(
        "robot",
        new RobotModel("robot", List.of(base), List.of()),
        Base.PLANAR,
        Pose.IDENTITY,
        List.of(new Actuator.DifferentialDrive(6, 6, 0.5)),
        List.of());
  }

  private static Collider collider(String name, Shape shape, Pose pose) {
    return new Collider(name, shape, pose, FRICTION);
  }
}
