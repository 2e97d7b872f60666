package eyas.sim.engine.opencl.scene;

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

/** A box on two wheels with a pusher, free boxes of 15 cm, and a floor. */
final class Egopush {
  static final double HALF = 0.075;

  private Egopush() {}

  static Scene scene(int boxes) {
    List<SceneBody> bodies = new ArrayList<>();
    for (int b = 0; b < boxes; b++) {
      bodies.add(box("box" + b, 0.4, HALF, HALF, HALF, 0.5, Pose.at(0.5 + 0.3 * b, 0, HALF)));
    }
    return new Scene("egopush", 9.81, 1.0 / 60, 6, List.of(robot()), bodies, List.of(floor(0.5)));
  }

  static SceneRobot robot() {
    Link base =
        new Link(
            "base",
            Inertia.diagonal(1, new Vec3(0, 0, 0.05), 2.2e-3, 2.1e-3, 2.0e-3),
            List.of(
                new Collider("hull", new Shape.Box(0.07, 0.07, 0.0715), Pose.at(0, 0, 0.0815), 0.3),
                new Collider(
                    "pusher", new Shape.Box(0.0375, 0.07, 0.05), Pose.at(0.1075, 0, 0.06), 0.3)));
    return new SceneRobot(
        "robot",
        new RobotModel("robot", List.of(base), List.of()),
        Base.PLANAR,
        Pose.IDENTITY,
        List.of(new Actuator.DifferentialDrive(20, 20, 2)),
        List.of());
  }

  static Collider floor(double friction) {
    return new Collider("floor", new Shape.Plane(), Pose.IDENTITY, friction);
  }

  static SceneBody box(
      String name, double m, double x, double y, double z, double friction, Pose start) {
    Inertia inertia =
        Inertia.diagonal(
            m,
            Vec3.ZERO,
            m / 3 * (y * y + z * z),
            m / 3 * (x * x + z * z),
            m / 3 * (x * x + y * y));
    return new SceneBody(
        name,
        inertia,
        List.of(new Collider(name, new Shape.Box(x, y, z), Pose.IDENTITY, friction)),
        start);
  }
}
