package eyas.sim.engine.truth;

import eyas.assets.robot.Collider;
import eyas.assets.robot.Joint;
import eyas.assets.robot.JointType;
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
import eyas.assets.spatial.Quaternion;
import eyas.assets.spatial.Vec3;
import java.util.ArrayList;
import java.util.List;

/** Small scenes in code: 2 ms, ten of them a control period. */
public final class Scenes {
  /** Time step [s]. */
  public static final double STEP = 0.002;

  private static final int STEPS = 10;

  private Scenes() {}

  static Scene of(List<SceneRobot> robots, List<SceneBody> bodies, Collider... fixtures) {
    return new Scene("truth", Truth.GRAVITY, STEP, STEPS, robots, bodies, List.of(fixtures));
  }

  static Scene of(SceneRobot robot) {
    return of(List.of(robot), List.of());
  }

  static Scene of(SceneBody body, Collider... fixtures) {
    return of(List.of(), List.of(body), fixtures);
  }

  static Scene weightless(Scene scene) {
    return new Scene(
        scene.name(),
        0,
        scene.timeStep(),
        scene.steps(),
        scene.robots(),
        scene.bodies(),
        scene.fixtures());
  }

  static Collider shape(Shape shape, double friction) {
    return new Collider("shape", shape, Pose.IDENTITY, friction);
  }

  static Collider ground(double friction) {
    return new Collider("ground", new Shape.Plane(), Pose.IDENTITY, friction);
  }

  /** A plane through the origin, tilted about an axis. */
  static Collider slope(Vec3 axis, double angle, double friction) {
    Pose pose = new Pose(Vec3.ZERO, Quaternion.about(axis, angle));
    return new Collider("slope", new Shape.Plane(), pose, friction);
  }

  static Inertia boxInertia(double mass, double x, double y, double z) {
    return Inertia.diagonal(
        mass,
        Vec3.ZERO,
        mass / 3 * (y * y + z * z),
        mass / 3 * (z * z + x * x),
        mass / 3 * (x * x + y * y));
  }

  /** A box by half its edges. */
  static SceneBody box(
      String name, double mass, double x, double y, double z, double friction, Pose start) {
    return new SceneBody(
        name, boxInertia(mass, x, y, z), List.of(shape(new Shape.Box(x, y, z), friction)), start);
  }

  static SceneBody ball(String name, double mass, double radius, double friction, Pose start) {
    double moment = 0.4 * mass * radius * radius;
    return new SceneBody(
        name,
        Inertia.diagonal(mass, Vec3.ZERO, moment, moment, moment),
        List.of(shape(new Shape.Sphere(radius), friction)),
        start);
  }

  static Link base() {
    return new Link("base", Inertia.NONE, List.of());
  }

  static Joint joint(String name, JointType type, int parent, Pose origin, Vec3 axis) {
    return new Joint(name, type, parent, parent + 1, origin, axis, Joint.Limits.NONE, 0, 0, 0);
  }

  /** The same joint with viscous and dry friction and armature. */
  static Joint rough(Joint j, double damping, double friction, double armature) {
    return new Joint(
        j.name(),
        j.type(),
        j.parent(),
        j.child(),
        j.origin(),
        j.axis(),
        j.limits(),
        damping,
        friction,
        armature);
  }

  /** The same joint between two limits. */
  static Joint limited(Joint j, double lower, double upper) {
    return new Joint(
        j.name(),
        JointType.REVOLUTE,
        j.parent(),
        j.child(),
        j.origin(),
        j.axis(),
        new Joint.Limits(lower, upper, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY),
        j.damping(),
        j.friction(),
        j.armature());
  }

  static SceneRobot robot(
      Base base, Pose pose, List<Link> links, List<Joint> joints, Actuator... actuators) {
    return new SceneRobot(
        "robot", new RobotModel("robot", links, joints), base, pose, List.of(actuators), List.of());
  }

  /** Thin rods that hang along -z and turn about y. */
  static SceneRobot pendulum(int rods, double length, double mass) {
    double moment = mass * length * length / 12;
    List<Link> links = new ArrayList<>(List.of(base()));
    List<Joint> joints = new ArrayList<>();
    for (int i = 0; i < rods; i++) {
      Pose origin = Pose.at(0, 0, i == 0 ? 0 : -length);
      joints.add(joint("hinge " + i, JointType.CONTINUOUS, i, origin, new Vec3(0, 1, 0)));
      Vec3 centre = new Vec3(0, 0, -length / 2);
      links.add(
          new Link(
              "rod " + i,
              Inertia.diagonal(mass, centre, moment, moment, 1e-2 * moment),
              List.of()));
    }
    return robot(Base.FIXED, Pose.IDENTITY, links, joints);
  }

  /** A disc of 1 kg and a moment [kg m²] on a vertical shaft. */
  static SceneRobot wheel(Joint shaft, double moment, Actuator... actuators) {
    Inertia disc = Inertia.diagonal(1, Vec3.ZERO, moment / 2, moment / 2, moment);
    return robot(
        Base.FIXED,
        Pose.IDENTITY,
        List.of(base(), new Link("disc", disc, List.of())),
        List.of(shaft),
        actuators);
  }

  static Joint shaft() {
    return joint("shaft", JointType.CONTINUOUS, 0, Pose.IDENTITY, new Vec3(0, 0, 1));
  }

  /** A box on two wheels, 0.1 m high, its front 0.1 m before its origin, without friction. */
  static SceneRobot rover(double mass, Actuator.DifferentialDrive drive) {
    Link body =
        new Link(
            "body",
            boxInertia(mass, 0.1, 0.1, 0.05),
            List.of(shape(new Shape.Box(0.1, 0.1, 0.05), 0)));
    return robot(Base.PLANAR, Pose.at(0, 0, 0.06), List.of(body), List.of(), drive);
  }
}
